'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { ProblemNotice } from '@/components/contract/problem-notice'
import { Button } from '@/components/ui/button'
import { ConfirmDialog } from '@/components/ui/dialog'
import { DescriptionList } from '@/components/ui/lists'
import { toast } from '@/components/ui/toast'
import { type Step, useStep } from '@/components/ui/use-step'
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
  const [open, setOpen] = useState(false)
  const { run, problem, pending, forget } = useStep(act, () => {
    toast(t('closed'))
    setOpen(false)
  })
  const isReady = progress.settled === progress.findings
  return (
    <ConfirmDialog
      confirmLabel={t('close')}
      kind="danger"
      onConfirm={() => run({ campaign })}
      onOpenChange={(next) => {
        if (pending) return
        setOpen(next)
        forget()
      }}
      open={open}
      pending={pending}
      title={t('closeTitle')}
      trigger={<Button kind={isReady ? 'primary' : 'secondary'}>{t('close')}</Button>}
    >
      <div className="grid gap-3">
        <ProblemNotice problem={problem} />
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
      </div>
    </ConfirmDialog>
  )
}
