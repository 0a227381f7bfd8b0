import { getLocale } from 'next-intl/server'
import { contentDisposition } from '@/lib/domain/attachments/file-name'
import { Problem } from '@/lib/domain/problems'
import { tableOf } from '@/lib/domain/statistics/catalogue'
import { viewSchema, yearSchema } from '@/lib/domain/statistics/query'
import { asPerson } from '@/lib/services/attachments/as-person'
import { exportTable, isTableForm, tableTypes } from '@/lib/services/statistics/export-table'
import { parseInput } from '@/lib/services/verb'

/** A table of the catalogue as a file: `?format=xlsx`, `csv` or `sdmx`, for the unit and moment of the page. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ year: string; table: string }> },
): Promise<Response> {
  return asPerson(request, async (actor) => {
    const [{ year, table: id }, locale] = await Promise.all([params, getLocale()])
    const search = new URL(request.url).searchParams
    const asked = search.get('format')
    const form = isTableForm(asked) ? asked : 'xlsx'
    const table = tableOf(id)
    if (!table || table.kind === 'contracts') throw new Problem({ code: 'not-found' })
    const { bytes, name } = await exportTable(
      actor,
      { year: parseInput(yearSchema, year), table, form, locale },
      parseInput(viewSchema, Object.fromEntries(search)),
    )
    return new Response(bytes, {
      headers: {
        'Content-Type': tableTypes[form],
        'Content-Disposition': contentDisposition('attachment', name),
        'Cache-Control': 'no-store',
      },
    })
  })
}
