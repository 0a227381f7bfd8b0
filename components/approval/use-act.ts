'use client'

import { useRouter } from 'next/navigation'
import { useState, useTransition } from 'react'
import type { ProblemDetail } from '@/lib/domain/problems'
import type { Result, Unknown } from '@/lib/domain/result'
import { useDecision } from './decision-context'

/**
 * Runs a decision: a problem stays in the form that asked, success leads on. `done` says what was done; where it
 * answers true the person still has something to read, and going on is left to them.
 */
export function useAct<Output>({
  act,
  done,
  onward,
}: {
  act: (input: Record<string, unknown>) => Promise<Result<Output>>
  done: (value: Output) => boolean
  /** Where the queue leads. */
  onward: string
}) {
  const router = useRouter()
  const { open, checked } = useDecision()
  const [problem, setProblem] = useState<ProblemDetail | Unknown | null>(null)
  const [pending, start] = useTransition()
  const run = (input: Record<string, unknown>) =>
    start(async () => {
      setProblem(null)
      const result = await act({ ...input, checked: [...checked] })
      if (!result.ok) {
        setProblem(result.problem)
        return
      }
      if (done(result.value)) return
      open(null)
      router.push(onward)
    })
  const reload = () => {
    open(null)
    router.refresh()
  }
  return { run, problem, pending, reload }
}
