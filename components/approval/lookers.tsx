import { useLocale, useTranslations } from 'next-intl'
import { Icon } from '@/components/ui/icon'
import type { Looker } from '@/lib/domain/approval/desk'

/** Who else has the contract open now. */
export function Lookers({ lookers }: { lookers: readonly Looker[] }) {
  const t = useTranslations('approvals')
  const locale = useLocale()
  if (lookers.length === 0) return null
  const names = new Intl.ListFormat(locale, { type: 'conjunction' }).format(lookers.map(({ name }) => name))
  return (
    <span className="inline-flex items-center gap-1.5 text-sm font-medium text-lake">
      <Icon className="size-3.5" name="person" />
      {t('lookingNow', { names })}
    </span>
  )
}
