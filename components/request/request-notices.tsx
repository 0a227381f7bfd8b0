import { useLocale, useTranslations } from 'next-intl'
import { DateText } from '@/components/format/text'
import { Notice } from '@/components/ui/notice'
import { problemWords } from '@/lib/domain/problem-words'
import { appeal } from '@/lib/domain/request/appeal'
import { amends, openStatuses } from '@/lib/domain/request/kinds'
import type { RequestView } from '@/lib/domain/request/view'
import { say } from '@/lib/domain/words'

/** What must be known before anything else: what stands in the way, that two have to agree, what was decided. */
export function RequestNotices({ view }: { view: RequestView }) {
  const t = useTranslations('requests')
  const locale = useLocale()
  const { kind, status, endorsed, decided, hindrance } = view
  const isOpen = openStatuses.includes(status)
  return (
    <div className="grid gap-3 empty:hidden">
      {hindrance && <Notice kind="warning">{say(problemWords(hindrance), locale)}</Notice>}
      {isOpen && endorsed && (
        <Notice title={t('endorsedTitle', { name: endorsed.by })}>
          <DateText form="moment" value={endorsed.at} />
          <span className="ml-3">{t('endorsedHelp')}</span>
        </Notice>
      )}
      {status === 'asked' && view.large && <Notice title={t('largeTitle')}>{t('largeHelp')}</Notice>}
      {decided && (
        <Notice
          kind={status === 'declined' ? 'danger' : amends(kind) ? 'success' : 'warning'}
          title={t(`decided.${status === 'declined' ? 'declined' : 'granted'}`, {
            kind,
            name: decided.by,
          })}
        >
          <DateText form="moment" value={decided.at} />
          {decided.text && <p className="mt-1 max-w-prose whitespace-pre-line">{decided.text}</p>}
          {status === 'granted' && !amends(kind) && (
            <p className="mt-2 max-w-prose text-soft">{say(appeal, locale)}</p>
          )}
        </Notice>
      )}
    </div>
  )
}
