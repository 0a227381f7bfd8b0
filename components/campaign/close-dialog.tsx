'use client'

import { useLocale, useTranslations } from 'next-intl'
import { ConfirmAct } from '@/components/act/confirm-act'
import { Button } from '@/components/ui/button'
import { DescriptionList } from '@/components/ui/lists'
import { toast } from '@/components/ui/toast'
import type { Step } from '@/components/ui/use-step'
import type { Progress } from '@/lib/domain/audit/progress'
import type { CampaignReport } from '@/lib/domain/audit/report'
import { say } from '@/lib/domain/words'

/** Asks once more before a self-audit is closed, with what its report will say. */
export function CloseDialog({
  campaign,
  progress,
  report,
  act,
}: {
  campaign: string
  progress: Progress
  report: Pick<CampaignReport, 'checked' | 'sampled' | 'flagged' | 'sentence'>
  act: Step
}) {
  const t = useTranslations('campaigns')
  const locale = useLocale()
  const isReady = progress.settled === progress.findings
  return (
    <ConfirmAct
      act={act}
      confirm={t('close')}
      done={() => toast(t('closed'))}
      input={{ campaign }}
      title={t('closeTitle')}
      trigger={<Button kind={isReady ? 'primary' : 'secondary'}>{t('close')}</Button>}
    >
      <p>{t('closeHelp')}</p>
      <DescriptionList
        items={[
          { term: t('checked'), detail: t('contracts', { count: report.checked }) },
          { term: t('sampled'), detail: t('contracts', { count: report.sampled }) },
          { term: t('flagged'), detail: t('contracts', { count: report.flagged }) },
          {
            term: t('settled'),
            detail: t('ofAll', { part: progress.settled, all: progress.findings }),
          },
        ]}
      />
      <p className="font-semibold">{say(report.sentence, locale)}</p>
    </ConfirmAct>
  )
}
