'use client'

import { useLocale, useTranslations } from 'next-intl'
import { Checkbox } from '@/components/ui/checkbox'
import { Field, Fieldset } from '@/components/ui/field'
import { Panel } from '@/components/ui/panel'
import { Select } from '@/components/ui/select'
import { deskTypes } from '@/lib/domain/approval/desk'
import type { PlanDraft } from '@/lib/domain/audit/plan-draft'
import { units } from '@/lib/domain/units'
import { say, type Words } from '@/lib/domain/words'

interface Props {
  draft: PlanDraft
  years: readonly number[]
  change: (changes: Partial<PlanDraft>) => void
}

/** Which contracts are looked at: a year, and of it units and types. */
export function PlanScope({ draft, years, change }: Props) {
  const t = useTranslations('campaigns')
  return (
    <Panel title={t('scope')}>
      <div className="grid gap-5">
        <Field id="plan-year" label={t('year')} required>
          {(control) => (
            <Select
              {...control}
              choices={years.map((year) => ({ value: String(year), label: String(year) }))}
              className="w-32"
              onChange={(event) => change({ year: Number(event.target.value) })}
              value={String(draft.year)}
            />
          )}
        </Field>
        <Several
          choices={units}
          chosen={draft.units}
          hint={t('unitsHint')}
          id="plan-units"
          label={t('units')}
          onChange={(codes) => change({ units: codes })}
        />
        <Several
          choices={deskTypes}
          chosen={draft.types}
          hint={t('typesHint')}
          id="plan-types"
          label={t('types')}
          onChange={(codes) => change({ types: codes })}
        />
      </div>
    </Panel>
  )
}

function Several({
  id,
  label,
  hint,
  choices,
  chosen,
  onChange,
}: {
  id: string
  label: string
  hint: string
  choices: readonly { code: string; words: Words }[]
  chosen: readonly string[]
  onChange: (codes: string[]) => void
}) {
  const locale = useLocale()
  return (
    <Fieldset hint={hint} id={id} label={label}>
      <div className="grid gap-x-4 sm:grid-cols-3">
        {choices.map(({ code, words }) => (
          <Checkbox
            checked={chosen.includes(code)}
            key={code}
            label={say(words, locale)}
            onChange={(event) =>
              onChange(event.target.checked ? [...chosen, code] : chosen.filter((one) => one !== code))
            }
          />
        ))}
      </div>
    </Fieldset>
  )
}
