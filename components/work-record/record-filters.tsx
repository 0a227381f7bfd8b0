import { useLocale, useTranslations } from 'next-intl'
import { Button, LinkButton } from '@/components/ui/button'
import { Toolbar } from '@/components/ui/panel'
import { Select } from '@/components/ui/select'
import { TextInput } from '@/components/ui/text-input'
import { type Code, type CodeListName, codeList } from '@/lib/domain/contract/code-lists'
import { units } from '@/lib/domain/units'
import { say } from '@/lib/domain/words'
import { kindOf, type WorkKindName } from '@/lib/domain/work-records/kinds'
import { recordStatuses } from '@/lib/domain/work-records/lifecycle'
import { codeFields, type RecordQuery } from '@/lib/domain/work-records/list-query'
import { routes } from '@/lib/routes'

/** Narrowing a register by year, unit, status, words and every field with a code list; the address holds the choice. */
export function RecordFilters({
  kind,
  query,
  years,
  withUnits,
  withStatus,
  lists,
}: {
  kind: WorkKindName
  query: RecordQuery
  years: readonly number[]
  withUnits: boolean
  withStatus: boolean
  lists: Partial<Record<CodeListName, readonly Code[]>>
}) {
  const t = useTranslations('workRecords')
  const locale = useLocale()
  const narrowed = query.year ?? query.unit ?? query.status ?? (query.words || Object.keys(query.codes)[0])
  return (
    <form action={routes.work.records(kind)}>
      <Toolbar className="mb-4" label={t('narrow')}>
        <Select
          aria-label={t('year')}
          choices={years.map((year) => ({ value: String(year), label: String(year) }))}
          className="w-28"
          defaultValue={query.year ?? ''}
          name="year"
          placeholder={t('allYears')}
        />
        {withUnits && kindOf(kind).owners !== 'centre' && (
          <Select
            aria-label={t('unit')}
            choices={[
              { value: 'centre', label: t('centre') },
              ...units.map(({ code, words }) => ({ value: code, label: say(words, locale) })),
            ]}
            className="w-36"
            defaultValue={query.unit ?? ''}
            name="unit"
            placeholder={t('allUnits')}
          />
        )}
        {withStatus && (
          <Select
            aria-label={t('status')}
            choices={Object.entries(recordStatuses).map(([value, words]) => ({
              value,
              label: say(words, locale),
            }))}
            className="w-32"
            defaultValue={query.status ?? ''}
            name="status"
            placeholder={t('allStatuses')}
          />
        )}
        {codeFields(kind).map(([name, { list, label }]) => (
          <Select
            aria-label={say(label, locale)}
            choices={(lists[list] ?? codeList(list))
              .filter(({ parent }) => parent === undefined)
              .map(({ code, words }) => ({ value: code, label: say(words, locale) }))}
            className="w-40"
            defaultValue={query.codes[name] ?? ''}
            key={name}
            name={name}
            placeholder={say(label, locale)}
          />
        ))}
        <TextInput
          aria-label={t('words')}
          className="w-44"
          defaultValue={query.words}
          name="q"
          placeholder={t('words')}
          type="search"
        />
        <Button type="submit">{t('apply')}</Button>
        {narrowed !== '' && narrowed !== undefined && (
          <LinkButton href={routes.work.records(kind)} kind="quiet">
            {t('clear')}
          </LinkButton>
        )}
      </Toolbar>
    </form>
  )
}
