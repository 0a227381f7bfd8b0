import { useLocale, useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import type { UnitMember } from '@/lib/domain/statistics/members'
import { say } from '@/lib/domain/words'
import { routes } from '@/lib/routes'
import { AsOfField } from './as-of'
import type { ShownView } from './view'

/** Year, unit and moment in a plain form whose answer is an address; works before any script arrives. */
export function ViewControls({
  view,
  years,
  units,
  now,
  refused,
  action = routes.statistics(),
}: {
  view: ShownView
  years: readonly number[]
  /** Empty for an office, which has no other unit to choose. */
  units: readonly UnitMember[]
  /** The same page of now. */
  now: string
  /** The address asked for a moment that nobody can read. */
  refused: boolean
  /** Where the answer is asked for. */
  action?: string
}) {
  const t = useTranslations('statistics')
  const locale = useLocale()
  return (
    <form
      action={action}
      aria-label={t('controls')}
      className="mb-6 flex flex-wrap items-end gap-x-4 gap-y-3 print:hidden"
    >
      <Field className="w-32" id="year" label={t('year')} required>
        {(control) => (
          <Select
            {...control}
            choices={years.map((year) => ({
              value: String(year),
              label: t('yearOption', { year: String(year) }),
            }))}
            defaultValue={String(view.year)}
            name="year"
          />
        )}
      </Field>
      {units.length > 0 && (
        <Field className="min-w-0 flex-1 sm:w-56 sm:flex-none" id="unit" label={t('unit')} required>
          {(control) => (
            <Select
              {...control}
              choices={units.map(({ code, words }) => ({ value: code, label: say(words, locale) }))}
              defaultValue={view.unit ?? ''}
              name="unit"
              placeholder={t('wholeCorps')}
            />
          )}
        </Field>
      )}
      <AsOfField asOf={view.asOf} now={now} refused={refused} />
      <Button kind="secondary" type="submit">
        {t('show')}
      </Button>
    </form>
  )
}
