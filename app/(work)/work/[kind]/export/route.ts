import { getLocale } from 'next-intl/server'
import { paramsOf } from '@/lib/domain/contract/list-query'
import { Problem, problemStatus } from '@/lib/domain/problems'
import { shanghaiDate } from '@/lib/domain/time/dates'
import { isWorkKind, kindOf } from '@/lib/domain/work-records/kinds'
import { readRecordQuery } from '@/lib/domain/work-records/list-query'
import { currentActor } from '@/lib/services/actor'
import { sheetTypes } from '@/lib/services/spreadsheet/figure-sheet'
import { exportRecords } from '@/lib/services/work-records/export'

/** The register of the same address as a workbook, which the import reads back; `?template=1` is its head alone. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ kind: string }> },
): Promise<Response> {
  const actor = await currentActor()
  if (!actor) return new Response(null, { status: 401 })
  const { kind } = await params
  if (!isWorkKind(kind)) return new Response(null, { status: 404 })
  const search = new URL(request.url).searchParams
  const language = (await getLocale()).startsWith('en') ? 'en' : 'zh'
  try {
    const file = await exportRecords(actor, kind, readRecordQuery(kind, paramsOf(search)), {
      language,
      template: search.has('template'),
    })
    const name = `${kindOf(kind).words.zh}-${shanghaiDate(new Date())}.xlsx`
    return new Response(file, {
      headers: {
        'Content-Type': sheetTypes.xlsx,
        'Content-Disposition': `attachment; filename="${kind}.xlsx"; filename*=UTF-8''${encodeURIComponent(name)}`,
        'Cache-Control': 'no-store',
      },
    })
  } catch (error) {
    if (error instanceof Problem) return new Response(null, { status: problemStatus[error.detail.code] })
    throw error
  }
}
