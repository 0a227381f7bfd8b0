import 'server-only'
import type { Actor } from '@/lib/domain/access/actor'
import { may } from '@/lib/domain/access/permissions'
import { type CodeListName, findCode } from '@/lib/domain/contract/code-lists'
import type { ItemFieldSpec } from '@/lib/domain/contract/field-spec'
import { yuanText } from '@/lib/domain/money'
import { Problem } from '@/lib/domain/problems'
import type { Words } from '@/lib/domain/words'
import type { RowIssue } from '@/lib/domain/work-records/import-rows'
import { type ReadCell, readCell } from '@/lib/domain/work-records/sheet'
import { readSheet } from '../spreadsheet/read-sheet'
import { unreadable } from '../spreadsheet/reading/cell'
import { importInflow } from './import'

const text = (zh: string, en: string): ItemFieldSpec => ({
  kind: 'text',
  label: { zh, en },
  required: 'always',
  maxLength: 200,
})
const digits = (zh: string, en: string, length: number): ItemFieldSpec => ({
  kind: 'text',
  label: { zh, en },
  required: 'always',
  maxLength: length,
  pattern: new RegExp(`^\\d{${length}}$`),
})

/** The national extract's columns; one that it names in no way is not read. */
const columns: Record<string, ItemFieldSpec> = {
  number: digits('合同登记编号', 'Registration number', 16),
  name: text('合同名称', 'Contract name'),
  type: {
    kind: 'code',
    list: 'contractType',
    label: { zh: '合同类别', en: 'Contract type' },
    required: 'always',
  },
  sellerName: text('卖方名称', 'Seller'),
  sellerRegion: digits('卖方行政区划代码', 'Region of the seller', 6),
  buyerName: text('买方名称', 'Buyer'),
  buyerUnit: {
    kind: 'code',
    list: 'unit',
    label: { zh: '买方统计单位代码', en: 'Unit of the buyer' },
    required: 'always',
  },
  field: {
    kind: 'code',
    list: 'techField',
    label: { zh: '技术领域', en: 'Field of technology' },
    required: 'always',
  },
  turnover: { kind: 'money', label: { zh: '合同成交额（元）', en: 'Turnover (yuan)' }, required: 'always' },
  technology: {
    kind: 'money',
    label: { zh: '技术交易额（元）', en: 'Technology turnover (yuan)' },
    required: 'always',
  },
  registeredOn: { kind: 'date', label: { zh: '登记日期', en: 'Registered on' }, required: 'always' },
}

/** The headings among them. */
const MOST_ROWS = 20_001

export interface ImportedInflow {
  added: number
  /** Rows whose number was there already. */
  known: number
  issues: RowIssue[]
  ignored: string[]
}

/**
 * Takes in a file of the national extract: rows in order are imported, the others told with row, column and reason.
 * @throws {Problem} forbidden; unreadable-file
 */
export async function importInflowFile(actor: Actor, bytes: Uint8Array): Promise<ImportedInflow> {
  if (!may(actor.role, 'inflow.import')) throw new Problem({ code: 'forbidden' })
  const [head, ...lines] = await readSheet(bytes, MOST_ROWS)
  if (!head || lines.length === 0) throw unreadable('no-rows')
  const place = new Map(
    Object.entries(columns).map(([name, { label }]) => [
      name,
      head.cells.findIndex((heading) => [label.zh, label.en].includes(heading.trim())),
    ]),
  )
  if ([...place.values()].some((at) => at < 0)) throw unreadable('no-headings')
  const read = lines.map(({ at, cells }) => readLine(at, (name) => cells[place.get(name) ?? -1] ?? ''))
  const rows = read.flatMap(({ row, issues }) => (issues.length === 0 ? [row] : []))
  const added = rows.length > 0 ? (await importInflow(actor, { rows })).added : 0
  const known = new Set(Object.values(columns).flatMap(({ label }) => [label.zh, label.en]))
  return {
    added,
    known: rows.length - added,
    issues: read.flatMap(({ issues }) => issues),
    ignored: head.cells.filter((heading) => heading.trim() !== '' && !known.has(heading.trim())),
  }
}

function readLine(at: number, cellOf: (name: string) => string) {
  const row: Record<string, unknown> = {}
  const issues: RowIssue[] = []
  for (const [name, spec] of Object.entries(columns)) {
    const issue = (message: Words) => issues.push({ row: at, column: spec.label, message })
    const cell =
      spec.kind === 'code' ? readCode(spec.list, cellOf(name).trim()) : readCell(spec, cellOf(name))
    if (!cell.ok) issue(cell.message)
    else if (cell.value === undefined) issue({ zh: '不能为空。', en: 'This is missing.' })
    else if (spec.kind === 'text' && spec.pattern && !spec.pattern.test(String(cell.value)))
      issue({ zh: `应为 ${spec.maxLength} 位数字。`, en: `Write ${spec.maxLength} digits.` })
    else row[name] = spec.kind === 'money' ? yuanText(cell.value as bigint) : cell.value
  }
  return { row, issues }
}

/** The extract also names groups of a list (技术服务), which no contract of ours may carry. */
function readCode(list: CodeListName, text: string): ReadCell {
  if (text === '') return { ok: true, value: undefined }
  const code = findCode(list, text)?.code
  return code === undefined
    ? { ok: false, message: { zh: `“${text}”不在可选范围内。`, en: `“${text}” is not on the list.` } }
    : { ok: true, value: code }
}
