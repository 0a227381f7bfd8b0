'use client'

import { useRouter } from 'next/navigation'
import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { useFormContext, useWatch } from 'react-hook-form'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Notice } from '@/components/ui/notice'
import { forbidding } from '@/lib/domain/contract/fields'
import { problemWords } from '@/lib/domain/problem-words'
import type { ProblemDetail } from '@/lib/domain/problems'
import type { Result, Unknown } from '@/lib/domain/result'
import { say } from '@/lib/domain/words'
import { routes } from '@/lib/routes'

/**
 * Declared secret: nothing more is typed, and what was typed goes, here and on the server. The only other way on is
 * that the answer was a slip.
 */
export function SecretStop({ stop, discard }: { stop: () => void; discard: () => Promise<Result<unknown>> }) {
  const t = useTranslations('entry')
  const locale = useLocale()
  const router = useRouter()
  const { control, setValue } = useFormContext<Record<string, unknown>>()
  const answers = useWatch({ control, name: [...forbidding] })
  const declared = forbidding.filter((_, at) => answers[at] === true)
  const [pending, setPending] = useState(false)
  const [problem, setProblem] = useState<ProblemDetail | Unknown | null>(null)

  const wipe = async () => {
    setPending(true)
    const answer = await discard().catch(() => null)
    setPending(false)
    if (!answer?.ok) return setProblem(answer?.problem ?? { code: 'unavailable' })
    stop()
    router.push(routes.contracts())
  }
  const slip = () => {
    for (const name of declared) setValue(name, false, { shouldDirty: true })
  }
  return (
    <Dialog
      footer={
        <>
          <Button onClick={slip}>{t('secretSlip')}</Button>
          <Button kind="danger" onClick={wipe} pending={pending}>
            {t('secretDiscard')}
          </Button>
        </>
      }
      onOpenChange={(open) => !open && slip()}
      open={declared.length > 0}
      title={t('secretTitle')}
    >
      <div className="grid gap-3">
        <p>{t('secretWhy')}</p>
        <p>{t('secretWhat')}</p>
        {problem && (
          <Notice kind="danger" live>
            {say(problemWords(problem), locale)}
          </Notice>
        )}
      </div>
    </Dialog>
  )
}
