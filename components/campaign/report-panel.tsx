import { useFormatter, useLocale, useTranslations } from 'next-intl'
import { buttonClass } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { Panel } from '@/components/ui/panel'
import { Stat } from '@/components/ui/stat'
import type { CampaignReport } from '@/lib/domain/audit/report'
import { say } from '@/lib/domain/words'
import { routes } from '@/lib/routes'
import { ReportTables } from './report-tables'

const figures = ['checked', 'sampled', 'flagged', 'corrected', 'revoked'] as const

/** What a self-audit came to, or what it comes to so far. */
export function ReportPanel({
  campaign,
  report,
  interim,
}: {
  campaign: string
  report: CampaignReport
  /** It still runs: figures move. */
  interim: boolean
}) {
  const t = useTranslations('campaigns')
  const locale = useLocale()
  return (
    <Panel
      actions={<Downloads campaign={campaign} />}
      note={interim ? t('interim') : undefined}
      title={t(interim ? 'reportSoFar' : 'report')}
    >
      <p className="text-md font-semibold">{say(report.sentence, locale)}</p>
      <div className="mt-4 flex flex-wrap gap-x-10 gap-y-4">
        {figures.map((name) => (
          <Stat
            figure={`campaign.report.${name}`}
            key={name}
            label={t(name)}
            size="small"
            value={t('contracts', { count: report[name] })}
          />
        ))}
        <ErrorRate rate={report.errorRate} />
      </div>
      <ReportTables report={report} />
    </Panel>
  )
}

function ErrorRate({ rate }: { rate: CampaignReport['errorRate'] }) {
  const t = useTranslations('campaigns')
  const format = useFormatter()
  if (rate === null) return <Stat label={t('errorRate')} size="small" value="—" comparison={t('noRandom')} />
  const percent = (share: number) => format.number(share, { style: 'percent', maximumFractionDigits: 1 })
  return (
    <Stat
      comparison={t('errorRateOf', {
        low: percent(rate.low),
        high: percent(rate.high),
        wrong: rate.wrong,
        drawn: rate.drawn,
      })}
      figure="campaign.report.rate"
      label={t('errorRate')}
      size="small"
      value={percent(rate.rate)}
    />
  )
}

function Downloads({ campaign }: { campaign: string }) {
  const t = useTranslations('campaigns')
  return (['xlsx', 'docx'] as const).map((format) => (
    <a
      className={buttonClass('secondary', 'small')}
      download=""
      href={routes.audit.campaignExport(campaign, format)}
      key={format}
    >
      <Icon name="download" />
      {t(format)}
    </a>
  ))
}
