import 'server-only'
import { readInstitutions } from '@/db/queries/institutions'
import { listRecords, type RecordLine } from '@/db/queries/work-records'
import type { Actor } from '@/lib/domain/access/actor'
import { codeWords } from '@/lib/domain/contract/code-lists'
import type { ItemFieldSpec } from '@/lib/domain/contract/field-spec'
import { type OpenLists, openWords } from '@/lib/domain/contract/open-lists'
import { say } from '@/lib/domain/words'
import { CENTRE, fileColumns } from '@/lib/domain/work-records/import-rows'
import { kindOf, type WorkKindName } from '@/lib/domain/work-records/kinds'
import { recordStatuses } from '@/lib/domain/work-records/lifecycle'
import type { RecordQuery } from '@/lib/domain/work-records/list-query'
import { cellText } from '@/lib/domain/work-records/sheet'
import type { XlsxCell } from '../../spreadsheet/xlsx'
import { byPage, type ListFile, listFile } from '../list-file'

/**
 * A register of work as its import reads it back; without rows it is the template. The centre and leadership get what
 * counts, owners what they wrote.
 */
export const workList = (
  actor: Actor,
  kind: WorkKindName,
  query: RecordQuery,
  { template = false } = {},
): ListFile =>
  listFile<RecordLine & { lists: OpenLists }>({
    title: kindOf(kind).words,
    columns: [
      {
        heading: fileColumns.unit,
        width: 20,
        cell: ({ unit }, { locale }) => say(unit === null ? CENTRE : codeWords('unit', unit), locale),
      },
      {
        heading: fileColumns.status,
        width: 10,
        cell: ({ status }, { locale }) => say(recordStatuses[status], locale),
      },
      ...Object.entries(kindOf(kind).fields).map(([name, spec]) => ({
        heading: spec.label,
        width: widthOf(spec),
        cell: (line: RecordLine & { lists: OpenLists }, { locale }: { locale: string }) => {
          const value = shown(actor, line)[name]
          const added = openWords(line.lists, spec, value)
          return added ? say(added, locale) : cellOf(spec, value, locale.startsWith('en') ? 'en' : 'zh')
        },
      })),
    ],
    batches: async function* (tx) {
      const lists: OpenLists = kind === 'measures' ? { institution: await readInstitutions(tx) } : {}
      const pages = byPage(async (page) =>
        template ? [] : (await listRecords(tx, actor, kind, query, page)).lines,
      )
      for await (const lines of pages) yield lines.map((line) => ({ ...line, lists }))
    },
  })

const shown = ({ role }: Actor, { content, counted }: RecordLine): Record<string, unknown> =>
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
