'use client'

import { useRouter } from 'next/navigation'
import { useState, useTransition } from 'react'
import type { ProblemDetail } from '@/lib/domain/problems'
import type { Result, Unknown } from '@/lib/domain/result'

export type Act<T> = (input: unknown) => Promise<Result<T>>

/** Runs an act of a campaign: a refusal stays where it was asked, success shows the page anew. */
export function useCampaignAct<T>(act: Act<T>, done: (value: T) => void) {
  const router = useRouter()
  const [problem, setProblem] = useState<ProblemDetail | Unknown | null>(null)
  const [pending, start] = useTransition()
  const run = (input: unknown) =>
    start(async () => {
      setProblem(null)
      const result = await act(input)
      if (!result.ok) {
        setProblem(result.problem)
        return
      }
      done(result.value)
      router.refresh()
    })
  return { run, problem, pending, forget: () => setProblem(null) }
}
