'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useRef, useState } from 'react'
import type { ProblemDetail } from '@/lib/domain/problems'
import { trimmed } from '@/lib/domain/report/manuscript/acts'
import { merged } from '@/lib/domain/report/manuscript/merge'
import { same } from '@/lib/domain/report/manuscript/same'
import type { Unknown } from '@/lib/domain/result'
import type { EditorActions, ReportKey, Saved, SlotValues } from './editing'

export const newOwnId = () => `own-${crypto.randomUUID()}`

/**
 * A manuscript while it is written: what was saved, what isn't yet, and both together when somebody else was faster.
 * What others save is taken over at once where nothing of one's own waits, and never over it.
 */
export function useDraft(report: ReportKey, known: Saved, values: SlotValues, actions: EditorActions) {
  const router = useRouter()
  const [base, setBase] = useState(known)
  const [content, setContent] = useState(known.content)
  const [saving, setSaving] = useState(false)
  const [problem, setProblem] = useState<ProblemDetail | Unknown | null>(null)
  const [inserted, setInserted] = useState<SlotValues>({})
  const dirty = !same(trimmed(content), base.content)
  const overtaken = known.revision > base.revision

  // What was typed while an answer was on its way is neither saved nor lost.
  const latest = useRef(content)
  latest.current = content

  useEffect(() => {
    if (!overtaken || dirty || saving) return
    setBase(known)
    setContent(known.content)
  }, [overtaken, dirty, saving, known])

  const save = async () => {
    if (saving || !dirty) return
    setSaving(true)
    setProblem(null)
    const sent = trimmed(latest.current)
    const answer = await actions.save({ report, base: base.revision, content: sent }).catch(() => null)
    setSaving(false)
    if (!answer?.ok) return setProblem(answer?.problem ?? { code: 'unavailable' })
    setBase({ revision: answer.value.revision, content: sent })
    router.refresh()
  }

  /** Lays one's own work over what somebody else saved meanwhile. */
  const merge = async () => {
    setSaving(true)
    const answer = await actions.latest(report).catch(() => null)
    setSaving(false)
    if (!answer?.ok) return setProblem(answer?.problem ?? { code: 'unavailable' })
    const { saved, values: told } = answer.value
    setContent(merged(base.content, latest.current, saved.content, newOwnId))
    setBase(saved)
    setInserted((before) => ({ ...before, ...told }))
    setProblem(null)
    router.refresh()
  }

  return {
    content,
    change: setContent,
    values: { ...inserted, ...values },
    learn: (more: SlotValues) => setInserted((before) => ({ ...before, ...more })),
    revision: base.revision,
    dirty,
    saving,
    overtaken,
    problem,
    save,
    merge,
  }
}
