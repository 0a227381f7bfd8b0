import { contentDisposition } from '@/lib/domain/attachments/file-name'
import { asPerson, idOf } from '@/lib/services/attachments/as-person'
import { returnedRows } from '@/lib/services/import/returned'
import { sheetTypes } from '@/lib/services/spreadsheet/figure-sheet'

type Context = { params: Promise<{ batch: string }> }

/** The rejected rows of an import as a workbook, each with its reason. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { batch } = await params
  return asPerson(request, async (actor) => {
    const { name, bytes } = await returnedRows(actor, idOf(batch))
    return new Response(bytes, {
      headers: {
        'Content-Type': sheetTypes.xlsx,
        'Content-Disposition': contentDisposition('attachment', name),
        'Cache-Control': 'no-store',
      },
    })
  })
}
