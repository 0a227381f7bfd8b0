import { getLocale } from 'next-intl/server'
import { paramsOf, readListQuery } from '@/lib/domain/contract/list-query'
import { Problem, problemStatus } from '@/lib/domain/problems'
import { shanghaiDate } from '@/lib/domain/time/dates'
import { currentActor } from '@/lib/services/actor'
import { type ExportFormat, exportContracts } from '@/lib/services/contracts/export-rows'
import { shownColumns } from '../list-view'

const mediaTypes: Record<ExportFormat, string> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

/** The list of the same address as a file: `?format=csv` or `xlsx`, all pages, the columns shown. */
export async function GET(request: Request): Promise<Response> {
  const actor = await currentActor()
  if (!actor) return new Response(null, { status: 401 })
  const params = new URL(request.url).searchParams
  const format: ExportFormat = params.get('format') === 'csv' ? 'csv' : 'xlsx'
  const query = { ...readListQuery(paramsOf(params)), cursor: null }
  try {
    const file = await exportContracts(actor, {
      query,
      format,
      shown: await shownColumns(actor, query),
      locale: await getLocale(),
    })
    const name = `合同-${shanghaiDate(new Date())}.${format}`
    return new Response(file, {
      headers: {
        'Content-Type': mediaTypes[format],
        'Content-Disposition': `attachment; filename="contracts.${format}"; filename*=UTF-8''${encodeURIComponent(name)}`,
        'Cache-Control': 'no-store',
      },
    })
  } catch (error) {
    if (error instanceof Problem) return new Response(null, { status: problemStatus[error.detail.code] })
    throw error
  }
}
