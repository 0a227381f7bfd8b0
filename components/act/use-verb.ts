'use client'

import { useRouter } from 'next/navigation'
import { useLocale } from 'next-intl'
import { useTransition } from 'react'
import { toast } from '@/components/ui/toast'
import type { Step } from '@/components/ui/use-step'
import { problemWords } from '@/lib/domain/problem-words'
import { say } from '@/lib/domain/words'

/** Runs a verb that has no fields: says when it is done or why not, and shows the page anew. */
export function useVerb<T>(act: Step<T>, done: string, afterwards?: () => void) {
  const locale = useLocale()
  const router = useRouter()
  const [pending, start] = useTransition()
  const run = (input: unknown) =>
    start(async () => {
      const result = await act(input)
      if (result.ok) toast(done)
      else toast(say(problemWords(result.problem), locale), 'danger')
      afterwards?.()
      router.refresh()
    })
  return { run, pending }
}
