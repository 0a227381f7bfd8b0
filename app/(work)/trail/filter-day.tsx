'use client'

import { useState } from 'react'
import { DateInput } from '@/components/ui/date-input'
import type { FieldControl } from '@/components/ui/field'

/** A day among the filters, typed in any usual form. */
export function FilterDay({ start = '', ...control }: FieldControl & { name: string; start?: string }) {
  const [day, setDay] = useState(start)
  return <DateInput {...control} className="w-full" onChange={setDay} value={day} />
}
