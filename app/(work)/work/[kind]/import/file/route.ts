import { Problem } from '@/lib/domain/problems'
import { isWorkKind } from '@/lib/domain/work-records/kinds'
import { asPerson } from '@/lib/services/attachments/as-person'
import { arrivingSheet } from '@/lib/services/spreadsheet/arriving-sheet'
import { importRecords } from '@/lib/services/work-records/import'

/** Takes a workbook: its bytes are the body. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ kind: string }> },
): Promise<Response> {
  const { kind } = await params
  return asPerson(request, async (actor) => {
    if (!isWorkKind(kind)) throw new Problem({ code: 'not-found' })
    const { issues, ignored, added, updated, unchanged } = await importRecords(
      actor,
      kind,
      await arrivingSheet(request),
    )
    return Response.json(
      { counts: { added, updated, unchanged }, issues, ignored },
      { status: 201, headers: { 'Cache-Control': 'no-store' } },
    )
  })
}
