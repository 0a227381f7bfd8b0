'use client'

import { useState } from 'react'
import { DateInput } from '@/components/ui/date-input'
import { VerbField } from './verb-form'

/** A day in a VerbForm, beginning with the one given. */
export function DayField({
  name,
  label,
  hint,
  start,
  min,
}: {
  name: string
  label: string
  hint?: string
  start: string
  min?: string
}) {
  const [day, setDay] = useState(start)
  return (
    <VerbField hint={hint} label={label} name={name}>
      {(control) => <DateInput {...control} min={min} onChange={setDay} value={day} />}
    </VerbField>
  )
}
