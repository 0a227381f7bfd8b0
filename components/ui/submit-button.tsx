'use client'

import type { ComponentProps } from 'react'
import { useFormStatus } from 'react-dom'
import { Button } from './button'

/** The button of a `<form action={…}>`: shows by itself that the form is on its way and cannot be sent twice. */
export function SubmitButton({ kind = 'primary', pending, ...rest }: ComponentProps<typeof Button>) {
  const status = useFormStatus()
  return <Button {...rest} kind={kind} pending={pending || status.pending} type="submit" />
}
