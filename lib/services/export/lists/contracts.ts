import 'server-only'
import { type PlacedRow, readListRows } from '@/db/queries/contract-list'
import type { Actor } from '@/lib/domain/access/actor'
import { type ColumnKey, type ColumnKind, columns, type ListRow } from '@/lib/domain/contract/columns'
import { type Content, contentSchema } from '@/lib/domain/contract/content'
import { type Status, statuses } from '@/lib/domain/contract/lifecycle'
import type { ListQuery } from '@/lib/domain/contract/list-query'
import { masked, seesSensitive } from '@/lib/domain/contract/sensitive'
import { type Target, targets } from '@/lib/domain/import/targets'
import { readValue } from '@/lib/domain/import/values'
import { say, type Words } from '@/lib/domain/words'
import { headingOf, targetCell, widthOf } from '../../import/contract-sheet'
import type { XlsxCell } from '../../spreadsheet/xlsx'
import {
  behind,
  codeText,
  type ListColumn,
  type ListFile,
  listFile,
  moneyCell,
  type Speech,
  yesNo,
} from '../list-file'

const title: Words = { zh: '合同', en: 'Contracts' }

/** Exactly what the list shows under a query, all its pages in its order, in the columns shown. */
export const contractList = (actor: Actor, query: ListQuery, shown: readonly ColumnKey[]): ListFile =>
  listFile<PlacedRow>({
    title,
    columns: withLocalNumber(shown).map(columnOf),
    batches: (tx) =>
      behind(
        (after: PlacedRow['place'] | undefined, most) =>
          readListRows(
            tx,
            actor,
            { ...query, cursor: after ? { direction: 'after', ...after } : null },
            most,
          ),
        ({ place }) => place,
      ),
  })

/**
 * The same contracts with every field there is, under the headings of the import: the file comes back unchanged. What the
 * import has no place for stands at the end.
 */
export const contractRegister = (actor: Actor, query: ListQuery): ListFile => {
  const hides = !seesSensitive(actor.role)
  return listFile<WholeRow>({
    title: { zh: '合同登记簿', en: 'Register' },
    columns: [
      ...targets.map(targetColumn),
      ...(['status', 'localNumber', 'year'] as const).map((key) => {
        const { heading, width, cell } = columnOf(key)
        return { heading, width, cell: ({ placed }: WholeRow, speech: Speech) => cell(placed, speech) }
      }),
    ],
    batches: async function* (tx) {
      const rows = behind(
        (after: PlacedRow['place'] | undefined, most) =>
          readListRows(
            tx,
            actor,
            { ...query, cursor: after ? { direction: 'after', ...after } : null },
            most,
            { whole: true },
          ),
        ({ place }) => place,
        200,
      )
      for await (const some of rows) {
        yield some.map((placed) => {
          const content = contentSchema.parse(placed.content)
          return { placed, content: hides ? masked(content) : content }
        })
      }
    },
  })
}

interface WholeRow {
  placed: PlacedRow
  content: Content
}

const targetColumn = (target: Target): ListColumn<WholeRow> => ({
  heading: { zh: headingOf(target), en: headingOf(target) },
  width: widthOf(target.spec),
  cell: ({ placed: { row }, content }) =>
    targetCell(target, {
      content,
      record: Object.fromEntries(
        (['number', 'unit', 'registeredOn', 'acceptedOn'] as const).flatMap((key) =>
          row[key] === null ? [] : [[key, String(row[key])]],
        ),
      ),
    }),
})

/** A draft has no registration number: its local one stands beside it. */
const withLocalNumber = (shown: readonly ColumnKey[]): ColumnKey[] =>
  shown.flatMap((key) =>
    key === 'number' && !shown.includes('localNumber') ? ([key, 'localNumber'] as const) : [key],
  )

const widths: Record<ColumnKind, number> = {
  text: 30,
  number: 20,
  code: 22,
  money: 18,
  date: 12,
  moment: 17,
  flag: 8,
  status: 12,
  unit: 18,
  year: 8,
}

function columnOf(key: ColumnKey): ListColumn<PlacedRow> {
  const { label, kind } = columns[key]
  return {
    heading: kind === 'money' ? { zh: `${label.zh}（元）`, en: `${label.en} (yuan)` } : label,
    width: widths[kind],
    cell: ({ row }, speech) => cellOf(key, row, speech),
  }
}

/** A cell in words, numbers and days, as the list shows it and the import reads it. */
function cellOf(key: ColumnKey, row: ListRow, { locale, unit }: Speech): XlsxCell {
  const value = row[key]
  if (value === null || value === '') return null
  const { kind, list } = columns[key]
  const text = String(value)
  switch (kind) {
    case 'money':
      return moneyCell(value as bigint)
    case 'date':
      return { day: text }
    case 'moment':
      return { moment: text }
    case 'year':
      return { count: text }
    case 'code':
      return list ? codeText(list, text, locale) : text
    case 'flag':
      return yesNo(value === true, locale)
    case 'status':
      return say(statuses[text as Status], locale)
    case 'unit':
      return importable(unit(text), text)
    default:
      return text
  }
}

/** A unit's name of today, unless the import would not know it by that. */
function importable(name: string, code: string): string {
  const read = readValue({ kind: 'unit' }, name)
  return read && 'value' in read && read.value === code ? name : code
}
