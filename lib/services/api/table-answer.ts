import 'server-only'
import type { Actor } from '@/lib/domain/access/actor'
import { Problem } from '@/lib/domain/problems'
import { tableOf } from '@/lib/domain/statistics/catalogue'
import { viewSchema, yearSchema } from '@/lib/domain/statistics/query'
import { chooseLocale } from '@/lib/i18n/locale'
import { refused } from '../refuse'
import { exportTable, tableTypes } from '../statistics/export-table'
import { parseInput } from '../verb'
import type { FileAnswer } from './answer'

/**
 * A table of the catalogue as the API hands it out: `units.csv`, with `format=sdmx` in SDMX-CSV, or `units.xlsx`.
 * @throws {Problem} not-found for a table or an ending that there is not; invalid-input for another format
 */
export async function tableAnswer(
  actor: Actor,
  asked: { year: string; table: string },
  search: URLSearchParams,
  headers: Headers,
): Promise<FileAnswer> {
  const [, id = '', ending = ''] = /^([a-z-]+)\.(csv|xlsx)$/.exec(asked.table) ?? []
  const table = tableOf(id)
  if (!table || table.kind === 'contracts') throw new Problem({ code: 'not-found' })
  const format = search.get('format')
  if (format !== null && (format !== 'sdmx' || ending !== 'csv')) throw refused('format', 'sdmx')
  const form = format === 'sdmx' ? 'sdmx' : ending === 'csv' ? 'csv' : 'xlsx'
  const locale = chooseLocale(search.get('language') ?? undefined, headers.get('accept-language'))
  const { bytes, name } = await exportTable(
    actor,
    { year: parseInput(yearSchema, asked.year), table, form, locale },
    parseInput(viewSchema, Object.fromEntries(search)),
  )
  return { bytes, type: tableTypes[form], name }
}
