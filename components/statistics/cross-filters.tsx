import { useLocale, useTranslations } from 'next-intl'
import { Choices, type Chosen, FilterControl } from '@/components/contract/filter-control'
import { Disclosure } from '@/components/ui/disclosure'
import { type FilterKey, filterables } from '@/lib/domain/contract/filters'
import { crossFilterKeys } from '@/lib/domain/statistics/cross-query'
import { dimensionNames } from '@/lib/domain/statistics/dimensions'
import { offeredMembers } from '@/lib/domain/statistics/members'
import { say } from '@/lib/domain/words'

/** Asked as the statistics count it; the contract's own field, which nearly always says the same, is not offered beside it. */
const countedInstead: readonly FilterKey[] = [
  'subtype',
  'techField',
  'goal',
  'planSource',
  'intellectualProperty',
  'trade',
]

const group = 'grid gap-x-8 gap-y-4 sm:grid-cols-2 lg:grid-cols-3'

/** Everything a cross-table can be narrowed by, inside its form; works before any script arrives. */
export function CrossFilters({
  chosen,
  count,
  acrossUnits,
}: {
  /** The parameters of the address. */
  chosen: Chosen
  count: number
  acrossUnits: boolean
}) {
  const t = useTranslations('cross')
  const locale = useLocale()
  // What is not offered and stands in the address nevertheless is kept.
  const kept: readonly FilterKey[] = acrossUnits ? countedInstead : ['unit', ...countedInstead]
  const ofContract = crossFilterKeys.filter(
    (key) => key !== 'unit' && filterables[key].operator !== 'cell' && !countedInstead.includes(key),
  )
  return (
    <Disclosure summary={count > 0 ? t('filterCount', { count }) : t('filter')}>
      <div className="grid gap-6 pb-2">
        <fieldset className={group}>
          <legend className="mb-3 font-semibold">{t('asCounted')}</legend>
          {acrossUnits && <FilterControl chosen={chosen} name="unit" years={[]} />}
          {dimensionNames.map((dimension) => (
            <fieldset className="grid content-start gap-1" key={dimension}>
              <legend className="mb-1 text-sm font-medium">
                {say(filterables[`cell.${dimension}`].label, locale)}
              </legend>
              <Choices chosen={chosen} name={`cell.${dimension}`} of={offeredMembers(dimension)} />
            </fieldset>
          ))}
        </fieldset>
        <fieldset className={group}>
          <legend className="mb-3 font-semibold">{t('asWritten')}</legend>
          {ofContract.map((key) => (
            <FilterControl chosen={chosen} key={key} name={key} years={[]} />
          ))}
        </fieldset>
      </div>
      {kept.flatMap((name) =>
        [chosen[name] ?? []]
          .flat()
          .map((value) => <input key={`${name} ${value}`} name={name} type="hidden" value={value} />),
      )}
    </Disclosure>
  )
}
