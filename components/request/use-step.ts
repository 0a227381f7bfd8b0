'use client'

import { useRouter } from 'next/navigation'
import { useState, useTransition } from 'react'
import type { ProblemDetail } from '@/lib/domain/problems'
import type { Result, Unknown } from '@/lib/domain/result'

export type Step = (input: Record<string, unknown>) => Promise<Result<unknown>>

/** Runs a step of a request: a problem stays in the dialog that asked; after success the page is made anew in its place. */
export function useStep(step: Step, done: (value: unknown) => void) {
  const router = useRouter()
  const [problem, setProblem] = useState<ProblemDetail | Unknown | null>(null)
  const [pending, start] = useTransition()
  const run = (input: Record<string, unknown>) =>
    start(async () => {
      setProblem(null)
      const result = await step(input)
      if (!result.ok) {
        setProblem(result.problem)
        return
      }
      done(result.value)
      router.refresh()
    })
  return { run, problem, pending, forget: () => setProblem(null) }
}
