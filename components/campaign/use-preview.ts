'use client'

import { useEffect, useRef, useState } from 'react'
import type { ProblemDetail } from '@/lib/domain/problems'
import type { Result, Unknown } from '@/lib/domain/result'

export interface Preview {
  contracts: number
  sampled: number
  findings: number
  explained: number
  byRule: { rule: string; findings: number }[]
}

/** Milliseconds without a change before the register is asked: a year's rules take their time. */
const PAUSE = 600

interface Seen {
  preview: Preview | null
  problem: ProblemDetail | Unknown | null
  /** What is shown is not of the plan as it stands. */
  stale: boolean
}

/** What a plan would find, asked anew when it has rested for a moment; null asks nothing. */
export function usePreview(
  asked: { year: number; plan: unknown } | null,
  act: (input: unknown) => Promise<Result<Preview>>,
): Seen {
  const [seen, setSeen] = useState<Seen>({ preview: null, problem: null, stale: true })
  const latest = useRef(act)
  latest.current = act
  const key = JSON.stringify(asked)
  useEffect(() => {
    let left = false
    setSeen((before) => ({ ...before, stale: true }))
    const input = JSON.parse(key)
    if (input === null) return
    const timer = setTimeout(async () => {
      const result = await latest.current(input)
      if (left) return
      setSeen(
        result.ok
          ? { preview: result.value, problem: null, stale: false }
          : { preview: null, problem: result.problem, stale: false },
      )
    }, PAUSE)
    return () => {
      left = true
      clearTimeout(timer)
    }
  }, [key])
  return seen
}
