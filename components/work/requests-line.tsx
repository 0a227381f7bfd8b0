import { useTranslations } from 'next-intl'
import { routes } from '@/lib/routes'
import { Count } from './numbers'

/** How many requests about registered contracts are open; says nothing where there is none. */
export function RequestsLine({ requests }: { requests: number }) {
  const t = useTranslations('work')
  if (requests === 0) return null
  return (
    <p className="border-t border-line px-5 py-3 text-soft">
      {t.rich('requests', {
        count: () => (
          <Count
            href={routes.requests()}
            id="requests"
            label={t('requestsOpen', { value: requests })}
            value={requests}
          />
        ),
      })}
    </p>
  )
}
