'use client'

import { useRouter } from 'next/navigation'
import { useLocale, useTranslations } from 'next-intl'
import { useTransition } from 'react'
import { Button } from '@/components/ui/button'
import { toast } from '@/components/ui/toast'
import { problemWords } from '@/lib/domain/problem-words'
import type { Result } from '@/lib/domain/result'
import { say } from '@/lib/domain/words'

/** Switches a rule to what it is not. */
export function RuleSwitch({
  rule,
  on,
  act,
}: {
  rule: string
  on: boolean
  act: (input: unknown) => Promise<Result<unknown>>
}) {
  const t = useTranslations('auditRules')
  const locale = useLocale()
  const router = useRouter()
  const [pending, start] = useTransition()
  const turn = () =>
    start(async () => {
      const result = await act({ rule, on: !on })
      if (!result.ok) toast(say(problemWords(result.problem), locale), 'danger')
      else toast(t(on ? 'switchedOff' : 'switchedOn'))
      router.refresh()
    })
  return (
    <Button kind={on ? undefined : 'primary'} onClick={turn} pending={pending}>
      {t(on ? 'switchOff' : 'switchOn')}
    </Button>
  )
}
