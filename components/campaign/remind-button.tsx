'use client'

import { useLocale, useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { toast } from '@/components/ui/toast'
import { type Step, useStep } from '@/components/ui/use-step'
import { problemWords } from '@/lib/domain/problem-words'
import { say } from '@/lib/domain/words'

/** Reminds the offices that still owe answers; what stands in the way is said beside the button. */
export function RemindButton({
  campaign,
  owing,
  act,
}: {
  campaign: string
  /** Units that owe answers. */
  owing: number
  act: Step<{ units: string[] }>
}) {
  const t = useTranslations('campaigns')
  const locale = useLocale()
  const { run, problem, pending } = useStep(act, ({ units }) => toast(t('reminded', { count: units.length })))
  return (
    <>
      {problem && (
        <p className="text-sm text-cinnabar" role="alert">
          {say(problemWords(problem), locale)}
        </p>
      )}
      <Button disabled={owing === 0} onClick={() => run({ campaign })} pending={pending}>
        {t('remind', { count: owing })}
      </Button>
    </>
  )
}
