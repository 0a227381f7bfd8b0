'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useRef, useState } from 'react'
import { z } from 'zod'
import { type SaveState, Sender, sendOnLeaving } from '@/components/autosave/sender'
import { findUnsent, keepUnsent } from '@/components/autosave/unsent'
import { trimmed } from '@/lib/domain/report/manuscript/acts'
import { merged } from '@/lib/domain/report/manuscript/merge'
import { type Manuscript, manuscriptSchema } from '@/lib/domain/report/manuscript/model'
import { same } from '@/lib/domain/report/manuscript/same'
import type { Result } from '@/lib/domain/result'
import type { EditorActions, ReportKey, Saved, SlotValues } from './editing'

export const newOwnId = () => `own-${crypto.randomUUID()}`

/** Longer than in a form: each saving is read by whoever has the report open. */
const restMs = 2_000

/** Trying again would not help; over a conflict a person decides. */
const final = ['conflict', 'not-found', 'forbidden', 'invalid-input']

/** What this browser keeps while the server has not got it. */
const keptSchema = z.object({
  base: z.object({ revision: z.int().min(0), content: manuscriptSchema }),
  content: manuscriptSchema,
  unsure: manuscriptSchema.nullable(),
})

interface Held {
  /** What the server is known to have. */
  base: Saved
  content: Manuscript
  /** Sent, and its answer got lost: it is sent again as it was before anything newer, so that it is never merged with itself. */
  unsure: Manuscript | null
}

/**
 * A manuscript while it is written. It is saved whenever typing rests; what the server has not confirmed is kept in this
 * browser. What others save is taken over where nothing of one's own waits, and laid under it otherwise; where both
 * rewrote a paragraph, the person is asked.
 */
export function useDraft(
  report: ReportKey,
  me: string,
  known: Saved,
  values: SlotValues,
  actions: EditorActions,
) {
  const router = useRouter()
  const held = useRef<Held>({ base: known, content: known.content, unsure: null })
  const [{ base, content }, show] = useState(held.current)
  const [state, setState] = useState<SaveState | null>(null)
  const [conflict, setConflict] = useState<{ by: string | null } | null>(null)
  const [restored, setRestored] = useState(false)
  const [inserted, setInserted] = useState<SlotValues>({})
  const sender = useRef<Sender | null>(null)
  const place = `report.${report.year}.${report.unit ?? ''}.${me}`

  const waits = () => !same(trimmed(held.current.content), held.current.base.content)
  const put = (next: Partial<Held>) => {
    held.current = { ...held.current, ...next }
    keepUnsent(place, waits() ? held.current : null)
    show(held.current)
  }

  const send = async (): Promise<Result<unknown>> => {
    const sent = held.current.unsure ?? trimmed(held.current.content)
    put({ unsure: sent })
    const answer = await actions.save({ report, base: held.current.base.revision, content: sent })
    if (answer.ok) {
      put({ base: { revision: answer.value.revision, content: sent }, unsure: null })
      setConflict(null)
      router.refresh()
      return answer
    }
    const { problem } = answer
    if (final.includes(problem.code)) put({ unsure: null })
    if (problem.code !== 'conflict') return answer
    if (await meet(false)) return send()
    setConflict(problem)
    return answer
  }

  /** Lays one's own work over what is saved by now; false where both rewrote a paragraph and it may not stand twice. */
  const meet = async (twice: boolean): Promise<boolean> => {
    const answer = await actions.latest(report)
    if (!answer.ok) return false
    const { saved, values: told } = answer.value
    let copies = 0
    const both = merged(held.current.base.content, held.current.content, saved.content, () => {
      copies += 1
      return newOwnId()
    })
    if (copies > 0 && !twice) return false
    setInserted((before) => ({ ...before, ...told }))
    put({ base: saved, content: both })
    return true
  }

  const now = useRef({ waits, send })
  now.current = { waits, send }
  // biome-ignore lint/correctness/useExhaustiveDependencies: of one report and one person, who come with a new key.
  useEffect(() => {
    const one = new Sender(
      {
        waits: () => now.current.waits(),
        send: () => now.current.send(),
        onState: setState,
        final,
        restMs,
      },
      new Date(),
    )
    sender.current = one
    const rest = findUnsent(place, keptSchema)
    if (rest) {
      put(rest)
      setRestored(true)
      one.changed()
    }
    return sendOnLeaving(one)
  }, [])

  // biome-ignore lint/correctness/useExhaustiveDependencies: looks at what is held when something newer is known.
  useEffect(() => {
    if (known.revision > held.current.base.revision && !waits()) put({ base: known, content: known.content })
  }, [known, base])

  return {
    content,
    change: (next: Manuscript) => {
      put({ content: next })
      sender.current?.changed()
    },
    values: { ...inserted, ...values },
    learn: (more: SlotValues) => setInserted((before) => ({ ...before, ...more })),
    state,
    restored,
    /** There is something that the server has not got, and will not get by itself before long. */
    failing: conflict !== null || ['offline', 'signedOut', 'stuck'].includes(state?.kind ?? ''),
    /** Whose rewriting of a paragraph meets one's own. */
    conflict,
    compose: (composing: boolean) => sender.current?.compose(composing),
    save: () => void sender.current?.flush(),
    merge: async () => {
      await meet(true).catch(() => false)
      await sender.current?.flush()
    },
  }
}
