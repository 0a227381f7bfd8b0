'use client'

import { useDeferredValue, useMemo, useState } from 'react'
import { useForm, useWatch } from 'react-hook-form'
import { readTyped, type Typed, typedOf, typedValue, wireOf } from '@/components/contract/form/typed'
import type { Finding } from '@/lib/domain/contract/check'
import { type FieldName, field } from '@/lib/domain/contract/fields'
import { amends, type RequestKind } from '@/lib/domain/request/kinds'
import { type AskPreview, usePreview } from './use-preview'

type Boxes = Record<string, unknown>

/** What stands in the form of a request, what it would do and what keeps it from being asked. */
export function useRequestForm({
  id,
  content: wire,
  kind: begun,
  proposed,
  preview: ask,
}: {
  id: string
  /** As registered, in wire form. */
  content: unknown
  kind: RequestKind | null
  /** Fields to begin with, as they shall be, in wire form. */
  proposed: Boxes
  preview: AskPreview
}) {
  const form = useForm<Boxes>({ defaultValues: typedOf({ ...(wire as Boxes), ...proposed }) as Boxes })
  const [kind, setKind] = useState(begun)
  const [reason, setReason] = useState('')
  const [text, setText] = useState('')
  const [filled] = useState(() => Object.keys(proposed) as FieldName[])
  const [chosen, setChosen] = useState<readonly FieldName[]>(filled)
  const [composing, setComposing] = useState(false)

  const boxes = useDeferredValue(useWatch({ control: form.control }) as Typed)
  const read = useMemo(() => readTyped(boxes), [boxes])
  const unreadable = read.unreadable.filter(({ path }) => chosen.some((name) => isWithin(path, name)))
  const patch = useMemo(
    () => Object.fromEntries(chosen.map((name) => [name, wireOf(name, boxes[name]).value])),
    [chosen, boxes],
  )

  const changes = kind !== null && amends(kind)
  const isComplete = kind !== null && (!changes || (chosen.length > 0 && unreadable.length === 0))
  const previewed = usePreview(ask, isComplete ? { id, kind, patch: changes ? patch : {} } : null, composing)
  const errors: Finding[] = changes
    ? [
        ...unreadable.map(
          ({ path, message }): Finding => ({
            rule: 'dictionary',
            severity: 'error',
            path,
            message,
            source: '技术合同登记表填写说明',
          }),
        ),
        ...(previewed.preview?.blocking ?? []),
      ]
    : []

  return {
    form,
    kind,
    choose: (next: RequestKind) => {
      setKind(next)
      // Each kind has reasons of its own.
      if (next !== kind) setReason('')
    },
    reason,
    setReason,
    text,
    setText,
    chosen,
    add: (name: FieldName) => setChosen((all) => (all.includes(name) ? all : [...all, name])),
    /** The field says again what is registered. */
    leave: (name: FieldName) => {
      setChosen((all) => all.filter((one) => one !== name))
      form.setValue(name, typedValue(field(name), (wire as Boxes)[name]))
    },
    compose: setComposing,
    composing,
    content: read.content,
    unreadable,
    /** What stands in the boxes at this instant: the last key may not have come round to the preview yet. */
    patch: () => Object.fromEntries(chosen.map((name) => [name, wireOf(name, form.getValues(name)).value])),
    changes,
    previewed,
    errors,
    /** Something would be lost. */
    isDirty: text.trim() !== '' || chosen !== filled || form.formState.isDirty,
  }
}

export type RequestForm = ReturnType<typeof useRequestForm>

export const isWithin = (path: string, name: string): boolean => path === name || path.startsWith(`${name}.`)
