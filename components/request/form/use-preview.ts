'use client'

import { useEffect, useRef, useState } from 'react'
import { stable } from '@/components/contract/form/stable'
import type { ProblemDetail } from '@/lib/domain/problems'
import type { RequestKind } from '@/lib/domain/request/kinds'
import type { Preview } from '@/lib/domain/request/view'
import type { Result, Unknown } from '@/lib/domain/result'

export type AskPreview = (input: {
  id: string
  kind: RequestKind
  patch: Record<string, unknown>
}) => Promise<Result<Preview>>

/** Milliseconds the typing has to rest. */
const REST = 500

export interface Previewed {
  preview: Preview | null
  /** What is shown is not yet of what stands in the boxes. */
  pending: boolean
  problem: ProblemDetail | Unknown | null
}

/**
 * What the request would do, worked out by the server when the typing rests. Only the answer to the last question
 * counts; while an input method composes nothing is asked.
 */
export function usePreview(
  ask: AskPreview,
  asked: { id: string; kind: RequestKind; patch: Record<string, unknown> } | null,
  composing: boolean,
): Previewed {
  const key = asked && stable(asked)
  const [answer, setAnswer] = useState<{ key: string; result: Result<Preview> } | null>(null)
  const latest = useRef(asked)
  latest.current = asked
  const call = useRef(ask)
  call.current = ask

  useEffect(() => {
    if (key === null || composing) return
    let overtaken = false
    const timer = setTimeout(async () => {
      if (!latest.current) return
      // Without an answer the last one stays, and the next change asks again.
      const result = await call.current(latest.current).catch(() => null)
      if (result && !overtaken) setAnswer({ key, result })
    }, REST)
    return () => {
      overtaken = true
      clearTimeout(timer)
    }
  }, [key, composing])

  if (key === null || answer === null) return { preview: null, pending: key !== null, problem: null }
  const { result } = answer
  return {
    preview: result.ok ? result.value : null,
    pending: answer.key !== key,
    problem: result.ok ? null : result.problem,
  }
}
