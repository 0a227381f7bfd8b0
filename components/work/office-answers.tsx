import { useLocale, useTranslations } from 'next-intl'
import { DateText } from '@/components/format/text'
import { TextLink } from '@/components/ui/button'
import { Notice, type NoticeKind } from '@/components/ui/notice'
import { say } from '@/lib/domain/words'
import type { OpenAnswers } from '@/lib/domain/work/open-answers'
import { routes } from '@/lib/routes'
import { Live } from './numbers'

/** Self-audits that wait for the office's answers: louder when the day is near or the auditor has reminded. */
export function OfficeAnswers({ answers }: { answers: readonly OpenAnswers[] }) {
  const t = useTranslations('campaigns')
  const locale = useLocale()
  return answers.map((one) => {
    const { campaign, number, count, dueOn, deadline, remindedAt } = one
    return (
      <Notice key={campaign} kind={kindOf(one)}>
        <p className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
          <TextLink href={routes.audit.campaign(campaign)} lang="zh-CN">
            {number}
          </TextLink>
          <Live className="font-medium" id={`answers.${campaign}`}>
            {t('waiting', { count })}
          </Live>
          <span>
            {t('due')} <DateText value={dueOn} />
            {locale === 'en' ? ' (' : '（'}
            {say(deadline.words, locale)}
            {locale === 'en' ? ')' : '）'}
          </span>
          {remindedAt && (
            <span className="text-soft">
              {t('remindedAt')} <DateText form="moment" value={remindedAt} />
            </span>
          )}
        </p>
      </Notice>
    )
  })
}

const kindOf = ({ deadline: { tone }, remindedAt }: OpenAnswers): NoticeKind => {
  if (tone === 'bad') return 'danger'
  return tone === 'waiting' || remindedAt ? 'warning' : 'info'
}
