import { may } from '@/lib/domain/access/permissions'
import { contentDisposition } from '@/lib/domain/attachments/file-name'
import { Problem } from '@/lib/domain/problems'
import { asPerson } from '@/lib/services/attachments/as-person'
import { kindFor } from '@/lib/services/import/begin'
import { contractSheet } from '@/lib/services/import/contract-sheet'
import { sheetTypes } from '@/lib/services/spreadsheet/figure-sheet'

/** An empty workbook with every column that can be imported. */
export async function GET(request: Request): Promise<Response> {
  return asPerson(request, async (actor) => {
    if (!may(actor.role, 'contract.import')) throw new Problem({ code: 'forbidden' })
    return new Response(contractSheet(kindFor(actor)), {
      headers: {
        'Content-Type': sheetTypes.xlsx,
        'Content-Disposition': contentDisposition('attachment', '合同导入模板.xlsx'),
      },
    })
  })
}
