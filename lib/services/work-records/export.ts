import 'server-only'
import { listRecords, type RecordLine } from '@/db/queries/work-records'
import { recordTrail } from '@/db/trail'
import { inTransaction } from '@/db/transaction'
import type { Actor } from '@/lib/domain/access/actor'
import { may } from '@/lib/domain/access/permissions'
import { codeWords } from '@/lib/domain/contract/code-lists'
import type { ItemFieldSpec } from '@/lib/domain/contract/field-spec'
import { Problem } from '@/lib/domain/problems'
import { CENTRE, fileColumns } from '@/lib/domain/work-records/import-rows'
import { kindOf, type WorkKindName } from '@/lib/domain/work-records/kinds'
import { recordStatuses } from '@/lib/domain/work-records/lifecycle'
import type { RecordQuery } from '@/lib/domain/work-records/list-query'
import { cellText } from '@/lib/domain/work-records/sheet'
import { concatenated } from '../spreadsheet/concatenated'
import { type XlsxCell, XlsxWriter } from '../spreadsheet/xlsx'

/** No register comes near it. */
const MOST_ROWS = 50_000

/**
 * A register's list as a workbook that the import reads back; without rows it is the template. The centre and leadership
 * get what counts, owners what they wrote. @throws {Problem} forbidden
 */
export async function exportRecords(
  actor: Actor,
  kind: WorkKindName,
  query: RecordQuery,
  { language, template }: { language: 'zh' | 'en'; template: boolean },
): Promise<Uint8Array<ArrayBuffer>> {
  if (!may(actor.role, 'work.read')) throw new Problem({ code: 'forbidden' })
  const { fields, words } = kindOf(kind)
  const lines = await inTransaction(actor, async (tx) => {
    const read = template
      ? []
      : (await listRecords(tx, actor, kind, query, { limit: MOST_ROWS, offset: 0 })).lines
    await recordTrail(tx, actor, {
      action: 'work.export',
      subjectKind: 'work-record',
      subject: null,
      details: { kind, rows: read.length },
    })
    return read
  })
  const specs = Object.entries(fields)
  const writer = new XlsxWriter(words[language].slice(0, 31), [
    { heading: fileColumns.unit[language], width: 20 },
    { heading: fileColumns.status[language], width: 10 },
    ...specs.map(([, spec]) => ({ heading: spec.label[language], width: widthOf(spec) })),
  ])
  writer.add(
    lines.map((line) => [
      (line.unit === null ? CENTRE : codeWords('unit', line.unit))[language],
      recordStatuses[line.status][language],
      ...specs.map(([name, spec]) => cellOf(spec, shown(actor, line)[name], language)),
    ]),
  )
  writer.end()
  return concatenated(writer.take())
}

const shown = ({ role }: Actor, { content, counted }: RecordLine) =>
  role === 'leader' ? (counted ?? content) : content

const widthOf = ({ kind, label }: ItemFieldSpec): number =>
  Math.max(kind === 'longText' ? 40 : kind === 'text' ? 24 : 14, label.zh.length * 2)

function cellOf(spec: ItemFieldSpec, value: unknown, language: 'zh' | 'en'): XlsxCell {
  const text = cellText(spec, value, language)
  if (text === '') return null
  switch (spec.kind) {
    case 'date':
      return { day: text }
    case 'money':
      return { number: text }
    case 'decimal':
      return { count: text }
    default:
      return text
  }
}
