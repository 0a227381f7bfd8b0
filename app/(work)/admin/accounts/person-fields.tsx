'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { Select } from '@/components/ui/select'
import { TextInput } from '@/components/ui/text-input'
import { type Role, roleNames, roles } from '@/lib/domain/access/roles'
import { say } from '@/lib/domain/words'
import { textOf, VerbField } from '../verb-form'

export interface UnitChoice {
  value: string
  label: string
}

/** Name, role and, for a registrar, unit. `fixed`: one's own role is for another administrator to change. */
export function PersonFields({
  person,
  units,
  fixed = false,
}: {
  person?: { name: string; role: Role; unit: string | null }
  units: readonly UnitChoice[]
  fixed?: boolean
}) {
  const t = useTranslations('accounts')
  const locale = useLocale()
  const [role, setRole] = useState<string>(person?.role ?? 'registrar')
  return (
    <>
      <VerbField label={t('name')} name="name">
        {(control) => <TextInput {...control} defaultValue={person?.name} maxLength={60} />}
      </VerbField>
      {!fixed && (
        <VerbField hint={t('roleHint')} label={t('role')} name="role">
          {(control) => (
            <Select
              {...control}
              choices={roleNames.map((value) => ({ value, label: say(roles[value], locale) }))}
              onChange={(event) => setRole(event.target.value)}
              value={role}
            />
          )}
        </VerbField>
      )}
      {!fixed && role === 'registrar' && (
        <VerbField label={t('unit')} name="unit">
          {(control) => (
            <Select
              {...control}
              choices={units}
              defaultValue={person?.unit ?? ''}
              placeholder={t('chooseUnit')}
            />
          )}
        </VerbField>
      )}
    </>
  )
}

/** What the fields say, as the verbs take it. */
export const personOf = (form: FormData) => ({
  name: textOf(form, 'name'),
  role: textOf(form, 'role'),
  unit: textOf(form, 'unit') || null,
})
