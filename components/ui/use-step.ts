'use client'

import { useRouter } from 'next/navigation'
import { useState, useTransition } from 'react'
import type { ProblemDetail } from '@/lib/domain/problems'
import type { Result, Unknown } from '@/lib/domain/result'

/** A server action that is asked for from where the person stands. */
export type Step<T = unknown> = (input: unknown) => Promise<Result<T>>

/** Takes a step: a refusal stays where it was asked, after success the page is made anew in its place. */
export function useStep<T>(step: Step<T>, done: (value: T) => void = () => {}) {
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
      done(result.value)
      router.refresh()
    })
  return { run, problem, pending, forget: () => setProblem(null) }
}
