import { type ReactNode, useState } from 'react'
import { Field } from '@/components/ui/field'
import { TextArea } from '@/components/ui/text-input'

export interface Why {
  /** As it stands in the field. */
  text: string
  set: (text: string) => void
  /** As it is sent. */
  written: string
  isShort: boolean
}

/** What an act wants said: at least so many characters, none where it may be left out. */
export function useWhy(least: number): Why {
  const [text, set] = useState('')
  const written = text.trim()
  return { text, set, written, isShort: written.length < least }
}

/** The field in which it is said. `short` is the error to show, once somebody has tried without saying enough. */
export function WhyField({
  why: { text, set },
  id,
  label,
  hint,
  short,
  required = true,
  most = 2000,
  rows,
}: {
  why: Why
  id: string
  label: ReactNode
  hint?: ReactNode
  short: ReactNode
  required?: boolean
  most?: number
  rows?: number
}) {
  return (
    <Field error={short} hint={hint} id={id} label={label} required={required}>
      {(control) => (
        <TextArea
          {...control}
          maxLength={most}
          onChange={(event) => set(event.target.value)}
          rows={rows}
          value={text}
        />
      )}
    </Field>
  )
}
