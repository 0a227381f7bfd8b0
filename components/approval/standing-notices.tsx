import { useTranslations } from 'next-intl'
import { Money } from '@/components/format/money'
import { DateText } from '@/components/format/text'
import { Notice } from '@/components/ui/notice'
import type { DecisionView } from '@/lib/domain/approval/decision'

/** What an approver must know before anything else: two approvals, a dispute, their own hand in it. */
export function StandingNotices({ view }: { view: DecisionView }) {
  const t = useTranslations('approvals')
  const { first, hindrance, status } = view
  return (
    <div className="grid gap-3 empty:hidden">
      {hindrance === 'ownHand' && <Notice kind="warning">{t('ownHand')}</Notice>}
      {hindrance === 'ownFirst' && <Notice kind="warning">{t('ownFirst')}</Notice>}
      {first && (
        <Notice kind="info" title={t('firstApproved', { by: first.by })}>
          <p>
            <DateText form="moment" value={first.at} />
            {hindrance !== 'ownFirst' && <span className="ml-3">{t('youAreSecond')}</span>}
          </p>
          {first.claimed !== undefined && first.approved !== undefined && (
            <p>
              {t('loweredByFirst')} <Money fen={first.claimed} showUnit /> →{' '}
              <Money fen={first.approved} showUnit />
            </p>
          )}
          {first.text && <p className="whitespace-pre-line">{first.text}</p>}
        </Notice>
      )}
      {view.large && status === 'submitted' && (
        <Notice kind="info" title={t('largeTitle')}>
          {t('largeHelp', { threshold: view.threshold / 10_000 })}
        </Notice>
      )}
    </div>
  )
}
