'use client'

import { useRouter } from 'next/navigation'
import { useState, useTransition } from 'react'
import type { ProblemDetail } from '@/lib/domain/problems'
import type { Result, Unknown } from '@/lib/domain/result'

export type Step = (input: unknown) => Promise<Result<unknown>>

/** Takes a step of an import: a refusal stays where it was asked, success shows the page anew. */
export function useStep(step: Step, done: () => void = () => {}) {
  const router = useRouter()
  const [problem, setProblem] = useState<ProblemDetail | Unknown | null>(null)
  const [pending, start] = useTransition()
  const run = (input: unknown) =>
    start(async () => {
      setProblem(null)
      const result = await step(input)
      if (!result.ok) {
        setProblem(result.problem)
        return
      }
      done()
      router.refresh()
    })
  return { run, problem, pending, forget: () => setProblem(null) }
}
