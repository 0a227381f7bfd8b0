'use client'

import { useLocale, useTranslations } from 'next-intl'
import { ProblemNotice } from '@/components/contract/problem-notice'
import { Button } from '@/components/ui/button'
import { toast } from '@/components/ui/toast'
import { type Step, useStep } from '@/components/ui/use-step'
import { periodWords } from '@/lib/domain/reconcile/period'
import { say } from '@/lib/domain/words'

/** Signs what is seen: the hash of the figures on this page goes with it. */
export function SignButton({
  month,
  hash,
  anew,
  act,
}: {
  month: string
  hash: string
  anew: boolean
  act: Step
}) {
  const t = useTranslations('statement')
  const locale = useLocale()
  const { run, problem, pending } = useStep(act, () =>
    toast(t('signedDone', { month: say(periodWords(month), locale) })),
  )
  return (
    <div className="grid justify-items-start gap-2 print:hidden">
      <ProblemNotice problem={problem} />
      <p className="text-sm text-soft">{t('signHelp')}</p>
      <Button kind="primary" onClick={() => run({ month, hash })} pending={pending}>
        {t(anew ? 'signAgain' : 'sign')}
      </Button>
    </div>
  )
}
