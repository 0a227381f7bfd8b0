import { useLocale, useTranslations } from 'next-intl'
import { Button, LinkButton } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import { TextInput } from '@/components/ui/text-input'
import { roleNames, roles } from '@/lib/domain/access/roles'
import { type TrailAction, trailActions } from '@/lib/domain/trail'
import { say } from '@/lib/domain/words'
import { routes } from '@/lib/routes'
import type { TrailQuery } from '@/lib/services/trail/filters'
import { FilterDay } from './filter-day'

/** The filters live in the address: a plain form that asks for it. */
export function TrailFilters({
  filters,
  units,
}: {
  filters: TrailQuery
  units: readonly { value: string; label: string }[]
}) {
  const t = useTranslations('trail')
  const common = useTranslations('common')
  const locale = useLocale()
  const actions = (Object.keys(trailActions) as TrailAction[]).map((value) => ({
    value,
    label: say(trailActions[value], locale),
  }))
  return (
    <search>
      <form
        action={routes.trail()}
        className="grid grid-cols-2 items-end gap-3 border-b border-line px-5 py-4 lg:grid-cols-4"
      >
        <Field id="person" label={t('columns.person')} required>
          {(control) => (
            <TextInput
              {...control}
              defaultValue={filters.person}
              name="person"
              placeholder={t('personHint')}
            />
          )}
        </Field>
        <Field id="role" label={t('columns.role')} required>
          {(control) => (
            <Select
              {...control}
              choices={[
                ...roleNames.map((value) => ({ value, label: say(roles[value], locale) })),
                { value: 'gate', label: t('gate') },
                { value: 'visitor', label: t('visitor') },
              ]}
              defaultValue={filters.role ?? ''}
              name="role"
              placeholder={common('all')}
            />
          )}
        </Field>
        <Field id="unit" label={t('columns.unit')} required>
          {(control) => (
            <Select
              {...control}
              choices={units}
              defaultValue={filters.unit ?? ''}
              name="unit"
              placeholder={common('all')}
            />
          )}
        </Field>
        <Field id="action" label={t('columns.action')} required>
          {(control) => (
            <Select
              {...control}
              choices={actions}
              defaultValue={filters.action ?? ''}
              name="action"
              placeholder={common('all')}
            />
          )}
        </Field>
        <Field id="subject" label={t('columns.subject')} required>
          {(control) => (
            <TextInput
              {...control}
              defaultValue={filters.subject}
              name="subject"
              placeholder={t('subjectHint')}
            />
          )}
        </Field>
        <Field id="from" label={t('from')} required>
          {(control) => <FilterDay {...control} key={filters.from} name="from" start={filters.from} />}
        </Field>
        <Field id="to" label={t('to')} required>
          {(control) => <FilterDay {...control} key={filters.to} name="to" start={filters.to} />}
        </Field>
        <div className="flex gap-2">
          <Button icon="search" kind="primary" type="submit">
            {t('filter')}
          </Button>
          <LinkButton href={routes.trail()} kind="quiet">
            {common('clear')}
          </LinkButton>
        </div>
      </form>
    </search>
  )
}
