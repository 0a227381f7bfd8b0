import { asPerson } from '@/lib/services/attachments/as-person'
import { importInflowFile } from '@/lib/services/inflow/import-file'
import { arrivingSheet } from '@/lib/services/spreadsheet/arriving-sheet'

/** Takes the national extract as a workbook or CSV: its bytes are the body. */
export async function POST(request: Request): Promise<Response> {
  return asPerson(request, async (actor) => {
    const { issues, ignored, added, known } = await importInflowFile(actor, await arrivingSheet(request))
    return Response.json(
      { counts: { added, known }, issues, ignored },
      { status: 201, headers: { 'Cache-Control': 'no-store' } },
    )
  })
}
