import 'server-only'
import type { Tx } from '@/db/client'
import { readUnits } from '@/db/queries/reference'
import { listViews } from '@/db/queries/views'
import { readBridgeLines, type Span } from '@/db/statistics/bridge'
import { readCell, readCountedThen } from '@/db/statistics/lines'
import type { Actor } from '@/lib/domain/access/actor'
import { codeWords } from '@/lib/domain/contract/code-lists'
import type { Filter } from '@/lib/domain/contract/filters'
import { type BridgeLine, type Cause, causeNames, causes } from '@/lib/domain/statistics/bridge'
import type { ContractTable } from '@/lib/domain/statistics/catalogue'
import type { CountedContract } from '@/lib/domain/statistics/counted'
import type { CellFilter } from '@/lib/domain/statistics/drill'
import { memberWords } from '@/lib/domain/statistics/members'
import { shanghaiDate } from '@/lib/domain/time/dates'
import type { Words } from '@/lib/domain/words'
import { lastDay, unitMembers, type View, yearIn } from '../../statistics/read-year'
import { type KeptView, viewsWithin } from '../../views/read'
import {
  behind,
  day,
  type ListColumn,
  type ListFile,
  listFile,
  moment,
  money,
  text,
  worded,
} from '../list-file'

type Placed<Row> = Row & { unitWords: Words }

/** Units by the names they had on a day, as the page says them. */
async function namesOn(tx: Tx, date: string) {
  const units = unitMembers(await readUnits(tx, date), () => true)
  return <Row extends { unit: string }>(rows: readonly Row[]): Placed<Row>[] =>
    rows.map((row) => ({ ...row, unitWords: memberWords('unit', row.unit, units) }))
}

/** A contract as the statistics count it, or counted it at a past moment. */
const countedColumns: readonly ListColumn<Placed<CountedContract>>[] = [
  text('登记编号', 'Registration number', ({ number }) => number),
  text('合同名称', 'Contract', ({ name }) => name, 36),
  worded('登记单位', 'Unit', ({ unitWords }) => unitWords, 18),
  worded('合同类别', 'Type', ({ type }) => codeWords('contractType', type), 22),
  text('卖方', 'Seller', ({ sellerName }) => sellerName, 30),
  text('买方', 'Buyer', ({ buyerName }) => buyerName, 30),
  day('登记日期', 'Registered on', ({ registeredOn }) => registeredOn),
  money('合同成交额', 'Turnover', ({ turnover }) => turnover),
  money('技术交易额', 'Technology turnover', ({ technology }) => technology),
]

/** The contracts that counted at a moment and pass the filters, in their words of then; a null moment is now. */
export const countedList = (
  actor: Actor,
  { filters, asOf }: { filters: Filter[]; asOf: Date | null },
): ListFile =>
  listFile({
    title: { zh: '当时计入统计的合同', en: 'Contracts counted then' },
    columns: countedColumns,
    batches: async function* (tx, at) {
      const then = { filters, asOf: asOf ?? at }
      const named = await namesOn(tx, shanghaiDate(then.asOf))
      const pages = behind(
        (before: number | undefined, most) => readCountedThen(tx, actor, then, { most, before }),
        ({ posting }) => posting,
      )
      for await (const rows of pages) yield named(rows)
    },
  })

/** The contracts behind one number of a statistics table, live or of a past moment. */
export const cellList = (
  actor: Actor,
  cell: CellFilter,
  view: Pick<View, 'unit' | 'asOf'>,
  title: Words,
): ListFile =>
  listFile({
    title,
    columns: countedColumns,
    batches: async function* (tx, at) {
      const named = await namesOn(tx, lastDay(cell.year, view.asOf ?? at))
      const pages = behind(
        (before: number | undefined, most) => readCell(tx, actor, cell, view, { most, before }),
        ({ posting }) => posting,
      )
      for await (const rows of pages) yield named(rows)
    },
  })

/** A table of the catalogue whose rows are contracts, as the largest of a year. */
export const contractTable = (actor: Actor, view: View, { id, title }: ContractTable): ListFile =>
  listFile({
    title: { zh: `${view.year}-${title.zh}`, en: `${view.year}-${title.en}` },
    columns: countedColumns,
    batches: async function* (tx, at) {
      const { tables } = await yearIn(tx, at, actor, view)
      const named = await namesOn(tx, lastDay(view.year, view.asOf ?? at))
      const found = tables.find(({ spec }) => spec.id === id)
      if (found && 'contracts' in found) yield named(found.contracts)
    },
  })

type Moved = Placed<BridgeLine> & { cause: Cause }

/** The acts that moved a year's figures between two moments, of one cause or of all. */
export const bridgeList = (actor: Actor, span: Span, cause: Cause | undefined): ListFile =>
  listFile<Moved>({
    title: { zh: `${span.year}年数据变动`, en: `Moved figures ${span.year}` },
    columns: [
      worded('原因', 'Cause', (one) => causes[one.cause], 14),
      text('登记编号', 'Registration number', ({ number }) => number),
      text('合同名称', 'Contract', ({ name }) => name, 36),
      worded('登记单位', 'Unit', ({ unitWords }) => unitWords, 18),
      moment('时间', 'At', ({ at }) => at),
      money('变动前成交额', 'Turnover before', ({ before }) => before?.turnover),
      money('变动后成交额', 'Turnover after', ({ after }) => after?.turnover),
      money('变动前技术交易额', 'Technology turnover before', ({ before }) => before?.technology),
      money('变动后技术交易额', 'Technology turnover after', ({ after }) => after?.technology),
    ],
    batches: async function* (tx, at) {
      const named = await namesOn(tx, lastDay(span.year, span.to ?? at))
      for (const of of cause === undefined ? causeNames : [cause]) {
        const pages = behind(
          (before: number | undefined, most) => readBridgeLines(tx, actor, span, { cause: of, most, before }),
          ({ posting }) => posting,
        )
        for await (const rows of pages) yield named(rows).map((row) => ({ ...row, cause: of }))
      }
    },
  })

/** The cross-tables a person has kept and those shared with them. */
export const viewList = (actor: Actor): ListFile =>
  listFile<KeptView>({
    title: { zh: '保存的交叉表', en: 'Kept cross-tables' },
    columns: [
      text('名称', 'Name', ({ name }) => name, 36),
      text('保存人', 'Kept by', ({ ownerName }) => ownerName, 14),
      worded(
        '共享',
        'Shared',
        ({ shared }) => (shared ? { zh: '是', en: 'Yes' } : { zh: '否', en: 'No' }),
        8,
      ),
      moment('保存时间', 'Kept at', ({ changedAt }) => changedAt),
    ],
    batches: async function* (tx) {
      yield viewsWithin(actor, await listViews(tx, actor))
    },
  })
