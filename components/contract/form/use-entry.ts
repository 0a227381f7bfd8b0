'use client'

import { useCallback, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react'
import { useForm, useWatch } from 'react-hook-form'
import { type SaveState, sendOnLeaving } from '@/components/autosave/sender'
import { findUnsent, keepUnsent } from '@/components/autosave/unsent'
import { type Circumstances, check, type Finding } from '@/lib/domain/contract/check'
import { type FieldName, field, fieldNames, forbidding } from '@/lib/domain/contract/fields'
import type { Result } from '@/lib/domain/result'
import { Autosave, keptSchema, type Patch } from './autosave'
import { stable } from './stable'
import { readTyped, type Typed, typedOf, typedValue, wireOf } from './typed'

type Boxes = Record<string, unknown>
type Saved = { revision: number; content: unknown }

export interface EntryStart {
  id: string
  /** Who types: what another person at this computer could not send is not theirs to send. */
  me: string
  /** Wire form. */
  content: unknown
  explanations: Record<string, string>
  savedAt: string
  circumstances: Circumstances
  /** Found beside other records when the contract was opened. */
  beyond: readonly Finding[]
}

/**
 * The entry form's memory: what stands in the boxes, what it means, what is wrong with it, and how far the server
 * has it. A colleague's newer values are taken into boxes that nobody is typing in here.
 */
export function useEntry(start: EntryStart, save: (input: { id: string } & Patch) => Promise<Result<Saved>>) {
  const form = useForm<Boxes>({ defaultValues: typedOf(start.content as Boxes) as Boxes })
  const [explanations, setExplanations] = useState(start.explanations)
  const [state, setState] = useState<SaveState>({ kind: 'saved', at: new Date(start.savedAt) })
  const [taken, setTaken] = useState<readonly FieldName[]>([])
  const [restored, setRestored] = useState<readonly FieldName[]>([])
  const autosave = useRef<Autosave | null>(null)
  const taking = useRef(false)
  const callSave = useRef(save)
  callSave.current = save

  // biome-ignore lint/correctness/useExhaustiveDependencies: `start` is what the contract was opened with; a later one of the same contract must not begin anew.
  useEffect(() => {
    const { id, me, savedAt } = start
    const place = `contract.${id}.${me}`
    const saver = new Autosave(
      {
        send: (patch) => callSave.current({ id, ...patch }),
        read: (name, typed) => wireOf(name as FieldName, typed),
        keep: (rest) => keepUnsent(place, rest),
        onState: setState,
        onSaved: ({ content }, pending) => takeIn(content as Boxes, pending),
      },
      new Date(savedAt),
    )
    autosave.current = saver
    const unsubscribe = form.watch((_, { name }) => {
      const top = name?.split('.')[0]
      // The form changes what it holds in place; what is to be sent must stay as it was.
      if (!top || taking.current) return
      saver.pause(forbidding.some((declaration) => form.getValues(declaration) === true))
      saver.change(top, structuredClone(form.getValues(top)))
    })
    restore()
    const left = sendOnLeaving(saver.sender)
    return () => {
      unsubscribe.unsubscribe()
      left()
    }

    function restore() {
      const rest = findUnsent(place, keptSchema)
      if (!rest) return
      const names = fieldNames.filter((name) => Object.hasOwn(rest.typed, name))
      for (const name of names) form.setValue(name, rest.typed[name])
      for (const [rule, text] of Object.entries(rest.explanations)) saver.explain(rule, text)
      setExplanations((all) => ({ ...all, ...rest.explanations }))
      setRestored(names)
    }

    function takeIn(content: Boxes, pending: ReadonlySet<string>) {
      const newer = fieldNames.filter((name) => {
        if (pending.has(name)) return false
        return stable(wireOf(name, form.getValues(name)).value) !== stable(content[name] ?? null)
      })
      taking.current = true
      for (const name of newer) form.setValue(name, typedValue(field(name), content[name]))
      taking.current = false
      // A value that only went away was hidden by another answer; that needs no telling.
      const told = newer.filter((name) => content[name] !== undefined && !isPartOf(content[name]))
      if (told.length > 0) setTaken(told)
    }
  }, [start.id, form])

  const boxes = useDeferredValue(useWatch({ control: form.control }) as Typed)
  const read = useMemo(() => readTyped(boxes), [boxes])
  const findings = useMemo(() => {
    const unreadable = read.unreadable.map(
      ({ path, message }): Finding => ({
        rule: 'dictionary',
        severity: 'error',
        path,
        message,
        source: '技术合同登记表填写说明',
      }),
    )
    const unread = new Set(unreadable.map(({ path }) => path))
    return [
      ...unreadable,
      ...check(read.content, start.circumstances).filter(({ path }) => !unread.has(path)),
    ]
  }, [read, start.circumstances])

  const explain = useCallback((rule: string, text: string) => {
    setExplanations((all) => ({ ...all, [rule]: text }))
    autosave.current?.explain(rule, text)
  }, [])

  return {
    form,
    content: read.content,
    findings,
    explanations,
    explain,
    state,
    taken,
    restored,
    forget: () => setRestored([]),
    compose: (composing: boolean) => autosave.current?.sender.compose(composing),
    flush: () => autosave.current?.sender.flush() ?? Promise.resolve(true),
    stop: () => autosave.current?.forget(),
  }
}

/** A party comes back without what is not asked of such a party; that is our own change, not a colleague's. */
const isPartOf = (value: unknown): boolean => typeof value === 'object' && !Array.isArray(value)
