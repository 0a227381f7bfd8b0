import { getLocale, getTranslations } from 'next-intl/server'
import { Problem } from '@/lib/domain/problems'
import { tableOf } from '@/lib/domain/statistics/catalogue'
import { viewSchema, yearSchema } from '@/lib/domain/statistics/query'
import { currentActor } from '@/lib/services/actor'
import { problemResponse } from '@/lib/services/api/answer'
import { sheetTypes } from '@/lib/services/spreadsheet/figure-sheet'
import { exportTable } from '@/lib/services/statistics/export-table'
import { parseInput } from '@/lib/services/verb'

/** A table of the catalogue as a file: `?format=csv` or `xlsx`, for the unit and moment of the page. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ year: string; table: string }> },
): Promise<Response> {
  const actor = await currentActor()
  if (!actor) return new Response(null, { status: 401 })
  const [{ year, table: id }, locale, t] = await Promise.all([
    params,
    getLocale(),
    getTranslations('statistics.unitsOf'),
  ])
  const search = new URL(request.url).searchParams
  const format = search.get('format') === 'csv' ? 'csv' : 'xlsx'
  const table = tableOf(id)
  if (!table || table.kind === 'contracts') return new Response(null, { status: 404 })
  try {
    const { file, name } = await exportTable(
      actor,
      { year: parseInput(yearSchema, year), table, format, locale, unitWords: (unit) => t(unit) },
      parseInput(viewSchema, Object.fromEntries(search)),
    )
    return new Response(file as BodyInit, {
      headers: {
        'Content-Type': sheetTypes[format],
        'Content-Disposition': `attachment; filename="${id}.${format}"; filename*=UTF-8''${encodeURIComponent(`${name}.${format}`)}`,
        'Cache-Control': 'no-store',
      },
    })
  } catch (error) {
    if (error instanceof Problem) return problemResponse(request, error.detail)
    throw error
  }
}
