import { useLocale, useTranslations } from 'next-intl'
import { DateText } from '@/components/format/text'
import { Notice } from '@/components/ui/notice'
import { actWords } from '@/lib/domain/contract/history'
import type { ContractView } from '@/lib/domain/contract/view'
import { appeal } from '@/lib/domain/request/appeal'
import { say } from '@/lib/domain/words'
import { SaidWords } from './event-timeline'

/** What the last decision asks of the office, or tells it. */
export function StandingNotice({ view: { status, history } }: { view: ContractView }) {
  const t = useTranslations('contracts')
  const locale = useLocale()
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
  if (status === 'cancelled' || status === 'revoked') {
    return (
      <Notice
        kind={status === 'revoked' ? 'danger' : 'warning'}
        title={t('endedTitle', { act: say(actWords(last), locale) })}
      >
        <div className="grid gap-2">
          <DateText form="prose" value={last.at} />
          <SaidWords entry={last} />
          <p className="max-w-prose text-soft">{say(appeal, locale)}</p>
        </div>
      </Notice>
    )
  }
  return null
}
