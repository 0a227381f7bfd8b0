import { useLocale, useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { Field, Fieldset } from '@/components/ui/field'
import { Panel } from '@/components/ui/panel'
import { type Choice, Select } from '@/components/ui/select'
import {
  type CrossQuery,
  crossMeasures,
  mostMeasures,
  sides,
  writeCrossQuery,
} from '@/lib/domain/statistics/cross-query'
import { sideWords } from '@/lib/domain/statistics/cross-words'
import { measures } from '@/lib/domain/statistics/measures'
import { say } from '@/lib/domain/words'
import { routes } from '@/lib/routes'
import { AsOfField } from './as-of'
import { CrossFilters } from './cross-filters'

/** The question of a cross-table in a plain form whose answer is an address; works before any script arrives. */
export function CrossForm({
  query,
  years,
  acrossUnits,
}: {
  query: CrossQuery
  /** Years offered, the latest first. */
  years: readonly number[]
  /** The reader sees more than one unit. */
  acrossUnits: boolean
}) {
  const t = useTranslations('cross')
  const locale = useLocale()
  const chosen = writeCrossQuery(query)
  const offered = sides
    .filter((side) => acrossUnits || side !== 'unit' || [query.rows, query.columns].includes('unit'))
    .map((side) => ({ value: side, label: say(sideWords[side], locale) }))
  const counted = crossMeasures.map((name) => ({ value: name, label: say(measures[name].words, locale) }))
  return (
    <Panel className="mb-6 print:hidden">
      {/* Going back must show what the address asks, not what was chosen on leaving. */}
      <form action={routes.cross()} aria-label={t('form')} autoComplete="off" className="grid gap-5">
        <div className="grid grid-cols-2 gap-x-4 gap-y-4 md:grid-cols-3 xl:grid-cols-6">
          <Choose choices={offered} id="rows" label={t('rows')} value={query.rows} />
          <Choose
            choices={[{ value: 'none', label: t('noColumns') }, ...offered]}
            id="columns"
            label={t('columns')}
            value={query.columns ?? 'none'}
          />
          {Array.from({ length: mostMeasures }, (_, place) => (
            <Choose
              choices={counted}
              id={`measure-${place + 1}`}
              // biome-ignore lint/suspicious/noArrayIndexKey: the place is what tells the three apart.
              key={place}
              label={t('measure', { place: place + 1 })}
              name="measure"
              placeholder={place === 0 ? undefined : t('noMeasure')}
              value={query.measures[place] ?? ''}
            />
          ))}
          <Choose
            choices={[{ value: 'size', label: t('bySize') }]}
            id="order"
            label={t('order')}
            placeholder={t('byList')}
            value={query.bySize ? 'size' : ''}
          />
        </div>
        <div className="flex flex-wrap items-end justify-between gap-x-8 gap-y-3">
          <Fieldset hint={t('yearsHint')} id="years" label={t('years')} required>
            <div className="flex flex-wrap gap-x-6 gap-y-1">
              {years.map((year) => (
                <Checkbox
                  defaultChecked={query.years.includes(year)}
                  key={year}
                  label={t('yearOption', { year: String(year) })}
                  name="year"
                  value={year}
                />
              ))}
            </div>
          </Fieldset>
          <Checkbox defaultChecked={query.zeros} label={t('zeros')} name="zeros" value="shown" />
        </div>
        <div className="flex flex-wrap items-center justify-between gap-x-8 gap-y-3">
          <div className="min-w-0 has-[>details[open]]:basis-full">
            <CrossFilters acrossUnits={acrossUnits} chosen={chosen} count={query.filters.length} />
          </div>
          <AsOfField
            asOf={query.asOf?.toISOString() ?? null}
            now={routes.cross(writeCrossQuery({ ...query, asOf: null }))}
            refused={query.ignored.includes('asOf')}
          />
          <Button kind="primary" type="submit">
            {t('show')}
          </Button>
        </div>
      </form>
    </Panel>
  )
}

function Choose({
  id,
  name = id,
  label,
  value,
  choices,
  placeholder,
}: {
  id: string
  name?: string
  label: string
  value: string
  choices: readonly Choice[]
  placeholder?: string | undefined
}) {
  return (
    <Field id={id} label={label} required>
      {(control) => (
        <Select {...control} choices={choices} defaultValue={value} name={name} placeholder={placeholder} />
      )}
    </Field>
  )
}
