import { useLocale, useTranslations } from 'next-intl'
import { DateText } from '@/components/format/text'
import { TextLink } from '@/components/ui/button'
import { RowHead, Table, Td, Th, Tr } from '@/components/ui/table'
import type { StandingReason } from '@/lib/domain/approval/order'
import { progressOf, type StatusCounts } from '@/lib/domain/audit/progress'
import { say, type Words } from '@/lib/domain/words'
import { routes } from '@/lib/routes'
import { CampaignState } from './campaign-state'
import { DeadlineText } from './deadline-text'
import { ProgressBar } from './progress-bar'

export interface ListedCampaign {
  id: string
  number: string
  year: number
  dueOn: string
  closed: boolean
  deadline: StandingReason
  progress: readonly StatusCounts[]
  /** What it came to, once closed. */
  sentence: Words | null
}

/** Self-audits, the latest first. */
export function CampaignTable({ campaigns }: { campaigns: readonly ListedCampaign[] }) {
  const t = useTranslations('campaigns')
  const locale = useLocale()
  return (
    <Table caption={t('title')}>
      <thead>
        <tr>
          <Th>{t('campaignNumber')}</Th>
          <Th>{t('year')}</Th>
          <Th>{t('state')}</Th>
          <Th>{t('due')}</Th>
          <Th>{t('progressHead')}</Th>
          <Th>{t('outcomeHead')}</Th>
        </tr>
      </thead>
      <tbody>
        {campaigns.map(({ id, number, year, dueOn, closed, deadline, progress, sentence }) => (
          <Tr key={id}>
            <RowHead className="whitespace-nowrap">
              <TextLink href={routes.audit.campaign(id)} lang="zh-CN" plain>
                {number}
              </TextLink>
            </RowHead>
            <Td label={t('year')}>{year}</Td>
            <Td label={t('state')}>
              <CampaignState closed={closed} />
            </Td>
            <Td label={t('due')}>
              <div className="grid justify-items-start gap-1">
                <DateText value={dueOn} />
                {!closed && <DeadlineText deadline={deadline} />}
              </div>
            </Td>
            <Td className="sm:w-72" label={t('progressHead')}>
              <ProgressBar figure={`campaign.${id}`} progress={progressOf(progress)} />
            </Td>
            <Td label={t('outcomeHead')}>{sentence ? say(sentence, locale) : '—'}</Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  )
}
