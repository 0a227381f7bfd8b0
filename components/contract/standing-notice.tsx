import { useTranslations } from 'next-intl'
import { Notice } from '@/components/ui/notice'
import type { ContractView } from '@/lib/domain/contract/view'
import { SaidWords } from './event-timeline'

/** What the last decision asks of the office, or tells it. */
export function StandingNotice({ view: { status, history } }: { view: ContractView }) {
  const t = useTranslations('contracts')
  const last = history.at(-1)
  if (!last) return null
  if (status === 'returned') {
    return (
      <Notice kind="warning" title={t('returnedTitle')}>
        <div className="grid gap-2">
          <SaidWords entry={last} />
        </div>
      </Notice>
    )
  }
  if (status === 'refused') {
    return (
      <Notice kind="danger" title={t('refusedTitle')}>
        <div className="grid gap-2">
          <SaidWords entry={last} />
        </div>
      </Notice>
    )
  }
  return null
}
