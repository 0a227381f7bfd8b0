import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { EmptyRow, RowHead, Table, Td, Th, Tr } from '@/components/ui/table'
import {
  type Cell,
  type ColumnKey,
  type ColumnKind,
  columns,
  type ListRow,
} from '@/lib/domain/contract/columns'
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
  const heading = (key: ColumnKey) =>
    `${say(columns[key].label, locale)}${columns[key].kind === 'money' ? t('inWan') : ''}`
  const named = shown.includes('name') ? 'name' : (shown[0] ?? 'name')
  return (
    <RowNavigation className={shown.length > fitting ? frames.always : frames.narrow}>
      <Table caption={t('title')}>
        <thead>
          <tr>
            {shown.map((key) => (
              <Th key={key} numeric={columns[key].kind === 'money'} sort={sortOf(query, key)}>
                {heading(key)}
              </Th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.length === 0 && <EmptyRow columns={shown.length}>{empty}</EmptyRow>}
          {rows.map((row) => (
            <Tr className="cursor-pointer max-sm:flex! max-sm:flex-col" data-opens="" key={row.id}>
              {shown.map((key) =>
                key === named ? (
                  <RowHead
                    className="min-w-48 max-sm:order-first sm:max-w-64 sm:truncate"
                    key={key}
                    title={hint(row[key])}
                  >
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
                    label={heading(key)}
                    numeric={columns[key].kind === 'money'}
                    title={columns[key].kind === 'text' ? hint(row[key]) : undefined}
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

/** So many columns fit a wide window; then the head stays in view while the page scrolls. */
const fitting = 10

/** Where they don't fit, the table scrolls sideways in its frame, and its head with it. */
const frames = {
  narrow: 'sm:max-[90rem]:overflow-x-auto sm:max-[90rem]:[&_thead_th]:static!',
  always: 'sm:overflow-x-auto sm:[&_thead_th]:static!',
}

/** One line a row; what does not fit is read by pointing at it, and on a phone in full. A wide window leaves parties a share of it. */
const widths: Partial<Record<ColumnKind, string>> = {
  text: 'sm:max-w-36 sm:truncate min-[90rem]:w-[15%] min-[90rem]:min-w-32 min-[90rem]:max-w-0',
  code: 'sm:max-w-32 sm:truncate',
  unit: 'min-w-28 max-w-36',
}

const hint = (cell: Cell) => (typeof cell === 'string' ? cell : undefined)

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
