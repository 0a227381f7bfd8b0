import { getLocale } from 'next-intl/server'
import { paramsOf } from '@/lib/domain/contract/list-query'
import { Problem } from '@/lib/domain/problems'
import { readCrossQuery } from '@/lib/domain/statistics/cross-query'
import { shanghaiDate } from '@/lib/domain/time/dates'
import { currentActor } from '@/lib/services/actor'
import { problemResponse } from '@/lib/services/api/answer'
import { refused } from '@/lib/services/refuse'
import { sheetTypes } from '@/lib/services/spreadsheet/figure-sheet'
import { exportCross } from '@/lib/services/statistics/export-cross'

/** The cross-table of the same address as a file: `?format=csv` or `xlsx`. */
export async function GET(request: Request): Promise<Response> {
  const actor = await currentActor()
  if (!actor) return new Response(null, { status: 401 })
  const params = new URL(request.url).searchParams
  const format = params.get('format') === 'csv' ? 'csv' : 'xlsx'
  params.delete('format')
  try {
    const query = readCrossQuery(paramsOf(params), actor.unit === null)
    // A file of now must not pass for one of a moment that could not be read.
    if (query.ignored.includes('asOf')) throw refused('asOf', 'instant')
    const file = await exportCross(actor, query, { format, locale: await getLocale() })
    const name = `交叉表-${shanghaiDate(query.asOf ?? new Date())}.${format}`
    return new Response(file, {
      headers: {
        'Content-Type': sheetTypes[format],
        'Content-Disposition': `attachment; filename="cross-table.${format}"; filename*=UTF-8''${encodeURIComponent(name)}`,
        'Cache-Control': 'no-store',
      },
    })
  } catch (error) {
    if (error instanceof Problem) return problemResponse(request, error.detail)
    throw error
  }
}
