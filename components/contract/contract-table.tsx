import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { EmptyRow, RowHead, Table, Td, Th, Tr } from '@/components/ui/table'
import { type ColumnKey, columns, type ListRow } from '@/lib/domain/contract/columns'
import { type ListQuery, type SortKey, sortKeys, writeListQuery } from '@/lib/domain/contract/list-query'
import { say } from '@/lib/domain/words'
import { routes } from '@/lib/routes'
import { CellValue, type UnitNames } from './cell-value'
import { RowNavigation } from './row-navigation'

/** The list itself: dense, each row one link; j and k walk it, Enter opens, the head sorts. */
export function ContractTable({
  rows,
  shown,
  query,
  units,
  empty,
}: {
  rows: readonly ListRow[]
  shown: readonly ColumnKey[]
  query: ListQuery
  units: UnitNames
  /** Why there is nothing, and what to do. */
  empty: ReactNode
}) {
  const t = useTranslations('contracts')
  const locale = useLocale()
  const named = shown.includes('name') ? 'name' : (shown[0] ?? 'name')
  return (
    <RowNavigation>
      <Table caption={t('title')}>
        <thead>
          <tr>
            {shown.map((key) => (
              <Th key={key} numeric={columns[key].kind === 'money'} sort={sortOf(query, key)}>
                {say(columns[key].label, locale)}
                {columns[key].kind === 'money' && t('inWan')}
              </Th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.length === 0 && <EmptyRow columns={shown.length}>{empty}</EmptyRow>}
          {rows.map((row) => (
            <Tr className="cursor-pointer" data-opens="" key={row.id}>
              {shown.map((key) =>
                key === named ? (
                  <RowHead className="min-w-56 max-w-96" key={key}>
                    <Link
                      className="text-ink decoration-jade/40 underline-offset-3 group-hover:text-jade group-hover:underline"
                      data-row=""
                      href={routes.contract(row.id)}
                      prefetch={false}
                    >
                      {key === 'name' && !row.name ? (
                        t('unnamed')
                      ) : (
                        <Value column={key} row={row} units={units} />
                      )}
                    </Link>
                  </RowHead>
                ) : (
                  <Td
                    className={widths[columns[key].kind]}
                    key={key}
                    label={say(columns[key].label, locale)}
                    numeric={columns[key].kind === 'money'}
                  >
                    <Value column={key} row={row} units={units} />
                  </Td>
                ),
              )}
            </Tr>
          ))}
        </tbody>
      </Table>
    </RowNavigation>
  )
}

const widths: Partial<Record<string, string>> = {
  text: 'max-w-64',
  code: 'max-w-44',
  unit: 'whitespace-nowrap',
}

/** A contract without a registration number is known by its local one; an unfinished one by who had it last. */
function Value({ column, row, units }: { column: ColumnKey; row: ListRow; units: UnitNames }) {
  if (column === 'number' || column === 'localNumber') {
    const number = column === 'number' ? (row.number ?? row.localNumber) : row.localNumber
    return (
      <span className={`font-mono text-sm whitespace-nowrap ${row.number ? '' : 'text-soft'}`}>
        {String(number)}
      </span>
    )
  }
  const unfinished = row.status === 'draft' || row.status === 'returned'
  return (
    <>
      <CellValue column={column} units={units} value={row[column]} />
      {column === 'updatedAt' && unfinished && (
        <span className="block max-w-36 truncate text-sm text-faint">{String(row.editedBy)}</span>
      )}
    </>
  )
}

/** The first click brings the largest or latest up; the next turns it round. */
function sortOf(query: ListQuery, column: ColumnKey) {
  if (!(sortKeys as readonly string[]).includes(column)) return undefined
  const key = column as SortKey
  const isNow = query.sort.key === key
  const sort = { key, descending: isNow ? !query.sort.descending : true }
  return {
    href: routes.contracts(writeListQuery({ ...query, sort, cursor: null })),
    ...(isNow && { direction: query.sort.descending ? ('descending' as const) : ('ascending' as const) }),
  }
}
