import { useLocale, useTranslations } from 'next-intl'
import { Select } from '@/components/ui/select'
import { RowHead, Table, Td, Th, Tr } from '@/components/ui/table'
import { sectionNames, sections } from '@/lib/domain/contract/field-spec'
import { field } from '@/lib/domain/contract/fields'
import type { ImportKind } from '@/lib/domain/import/mapping'
import { isRecordTarget, targetOf, targets } from '@/lib/domain/import/targets'
import type { SeenColumn } from '@/lib/domain/import/understand'
import { say } from '@/lib/domain/words'

/** What each column is read as, by its place. */
export type Chosen = ReadonlyMap<number, { target: string; money?: 'yuan' | 'wan' | undefined }>

/** The columns of a file with what is in them, and a choice for each. A field is of one column alone. */
export function ColumnTable({
  columns,
  chosen,
  kind,
  onChange,
}: {
  columns: readonly SeenColumn[]
  chosen: Chosen
  kind: ImportKind
  onChange: (chosen: Chosen) => void
}) {
  const t = useTranslations('imports')
  const locale = useLocale()
  const groups = [
    ...(kind === 'registered'
      ? [{ label: t('ofRecord'), of: targets.filter(isRecordTarget) }]
      : [{ label: t('ofRecord'), of: targets.filter(({ key }) => key === 'record.number') }]),
    ...sectionNames.map((section) => ({
      label: say(sections[section], locale),
      of: targets.filter((target) => target.field && field(target.field).section === section),
    })),
  ]
  const options = groups.map(({ label, of }) => (
    <optgroup key={label} label={label}>
      {of.map((target) => (
        <option key={target.key} value={target.key}>
          {say(target.label, locale)}
        </option>
      ))}
    </optgroup>
  ))
  const choose = (column: number, target: string) => {
    const next = new Map([...chosen].filter(([, one]) => one.target !== target || target === ''))
    next.set(column, { target })
    onChange(next)
  }
  return (
    <Table caption={t('understood')}>
      <thead>
        <tr>
          <Th>{t('columnHead')}</Th>
          <Th>{t('samples')}</Th>
          <Th>{t('target')}</Th>
          <Th>{t('moneyUnit')}</Th>
        </tr>
      </thead>
      <tbody>
        {columns.map(({ column, heading, samples }) => {
          const { target = '', money } = chosen.get(column) ?? {}
          const name = heading || t('noHeading', { column: column + 1 })
          const isMoney = targetOf(target)?.spec.kind === 'money'
          return (
            <Tr key={column}>
              <RowHead className="sm:w-56">{name}</RowHead>
              <Td className="text-soft" label={t('samples')}>
                {samples.map((sample) => (
                  <span className="line-clamp-1 break-all" key={sample}>
                    {sample}
                  </span>
                ))}
              </Td>
              <Td className="sm:w-64" label={t('target')}>
                <Select
                  aria-label={`${t('target')}：${name}`}
                  onChange={(event) => choose(column, event.target.value)}
                  placeholder={t('skip')}
                  value={target}
                >
                  {options}
                </Select>
              </Td>
              <Td className="sm:w-36" label={isMoney ? t('moneyUnit') : undefined}>
                {isMoney && (
                  <Select
                    aria-label={`${t('moneyUnit')}：${name}`}
                    choices={[
                      { value: 'yuan', label: t('yuan') },
                      { value: 'wan', label: t('wan') },
                    ]}
                    id={`money-${column}`}
                    onChange={(event) => {
                      const said = event.target.value
                      onChange(
                        new Map(chosen).set(column, {
                          target,
                          money: said === 'yuan' || said === 'wan' ? said : undefined,
                        }),
                      )
                    }}
                    placeholder={t('askUnit')}
                    value={money ?? ''}
                  />
                )}
              </Td>
            </Tr>
          )
        })}
      </tbody>
    </Table>
  )
}
