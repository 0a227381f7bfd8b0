'use client'

import { useEffect, useState } from 'react'
import { Combobox, type Option } from '@/components/ui/combobox'
import type { FieldControl } from '@/components/ui/field'
import { useBox, useFieldActions } from './entry-context'

/** A division found by its name or code; names come from the server, the form keeps the six digits. */
export function RegionInput({ path, control }: { path: string; control: FieldControl }) {
  const [value, set] = useBox(path)
  const { searchRegions } = useFieldActions()
  const code = typeof value === 'string' ? value : ''
  const name = useRegionName(code)
  const chosen = code ? { value: code, label: name ? `${name} ${code}` : code } : null
  return (
    <div className="max-w-xl">
      <Combobox
        {...control}
        key={chosen?.label ?? ''}
        onChange={(option) => set(option?.value ?? '')}
        search={async (text): Promise<Option[]> => {
          const found = await searchRegions({ text })
          if (!found.ok) return []
          for (const one of found.value) names.set(one.code, one.name)
          return found.value.map((one) => ({ value: one.code, label: `${one.name} ${one.code}` }))
        }}
        value={chosen}
      />
    </div>
  )
}

const names = new Map<string, string>()

/** The full name of a code, fetched once. */
export function useRegionName(code: string): string | undefined {
  const { nameRegions } = useFieldActions()
  const [, setKnown] = useState(0)
  useEffect(() => {
    if (!/^\d{6}$/.test(code) || names.has(code)) return
    let gone = false
    nameRegions({ codes: [code] })
      .then((found) => {
        if (!found.ok) return
        for (const one of found.value) names.set(one.code, one.name)
        if (!gone) setKnown((times) => times + 1)
      })
      .catch(() => {})
    return () => {
      gone = true
    }
  }, [code, nameRegions])
  return names.get(code)
}
