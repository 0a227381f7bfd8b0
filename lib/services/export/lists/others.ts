import 'server-only'
import { listInflow } from '@/db/queries/inflow'
import type { Actor } from '@/lib/domain/access/actor'
import { type DeskFilter, type DeskRow, typeWords } from '@/lib/domain/approval/desk'
import { batchStatuses } from '@/lib/domain/import/batch'
import { readDeskIn } from '../../approvals/desk'
import { type ListedBatch, readListed } from '../../import/read'
import {
  byPage,
  codeText,
  count,
  day,
  type ListFile,
  listFile,
  moment,
  money,
  text,
  unitName,
  worded,
} from '../list-file'

/** What waits for the centre's decision, in the order of the desk. */
export const deskList = (actor: Actor, filter: DeskFilter): ListFile =>
  listFile<DeskRow>({
    title: { zh: '待审核合同', en: 'Waiting for approval' },
    columns: [
      text('单位流水号', 'Local number', ({ localNumber }) => localNumber),
      text('合同名称', 'Contract', ({ name }) => name, 36),
      unitName('登记单位', 'Unit', ({ unit }) => unit),
      worded('合同类别', 'Type', ({ subtype }) => typeWords(subtype), 22),
      text('卖方', 'Seller', ({ sellerName }) => sellerName, 30),
      text('买方', 'Buyer', ({ buyerName }) => buyerName, 30),
      money('合同成交额', 'Turnover', ({ turnover }) => turnover),
      money('技术交易额', 'Technology turnover', ({ technology }) => technology),
      day('受理日期', 'Accepted on', ({ acceptedOn }) => acceptedOn),
      day('办理期限', 'Due on', ({ dueOn }) => dueOn),
    ],
    batches: async function* (tx) {
      yield (await readDeskIn(tx, actor, { ...filter, show: 100_000 })).rows
    },
  })

/** Files brought in by the actor's office, the latest first. */
export const importList = (actor: Actor): ListFile =>
  listFile<ListedBatch>({
    title: { zh: '导入记录', en: 'Imports' },
    columns: [
      text('文件', 'File', ({ fileName }) => fileName, 36),
      worded('状态', 'State', ({ status }) => batchStatuses[status]),
      count('可导入', 'New', ({ counts }) => counts.new),
      count('相同', 'Same', ({ counts }) => counts.same),
      count('不同', 'Differing', ({ counts }) => counts.changed),
      count('需改正', 'To be corrected', ({ counts }) => counts.bad),
      count('已导入', 'Imported', ({ counts }) => counts.written),
      count('已修改', 'Changed', ({ counts }) => counts.applied),
      text('导入人', 'By', ({ startedBy }) => startedBy, 12),
      moment('时间', 'At', ({ startedAt }) => startedAt),
    ],
    batches: (tx) => byPage(({ limit, offset }) => readListed(tx, actor, limit, offset)),
  })

type InflowRow = Awaited<ReturnType<typeof listInflow>>[number]

/** Contracts registered elsewhere and bought by the Corps, under the headings of their own import. */
export const inflowList = (year: number): ListFile =>
  listFile<InflowRow>({
    title: { zh: '吸纳合同', en: 'Inflow' },
    columns: [
      text('合同登记编号', 'Registration number', ({ number }) => number),
      text('合同名称', 'Contract name', ({ name }) => name, 36),
      text('合同类别', 'Contract type', ({ type }) => codeText('contractType', type), 14),
      text('卖方名称', 'Seller', ({ sellerName }) => sellerName, 30),
      text('卖方行政区划代码', 'Region of the seller', ({ sellerRegion }) => sellerRegion, 10),
      text('买方名称', 'Buyer', ({ buyerName }) => buyerName, 30),
      text('买方统计单位代码', 'Unit of the buyer', ({ buyerUnit }) => buyerUnit, 12),
      text('技术领域', 'Field of technology', ({ field }) => codeText('techField', field), 22),
      money('合同成交额', 'Turnover', ({ turnover }) => turnover),
      money('技术交易额', 'Technology turnover', ({ technology }) => technology),
      day('登记日期', 'Registered on', ({ registeredOn }) => registeredOn),
    ],
    batches: (tx) => byPage((page) => listInflow(tx, year, page)),
  })
