import { answer } from '@/lib/services/api/answer'
import { tableAnswer } from '@/lib/services/api/table-answer'

/** A table of the catalogue as a file: `types.csv?format=sdmx` is SDMX-CSV, without `format` a plain one, `types.xlsx` a workbook. */
export const GET = (request: Request, { params }: { params: Promise<{ year: string; table: string }> }) =>
  answer(request, async (actor) => {
    const { year, table } = await params
    return tableAnswer(actor, { year, table }, new URL(request.url).searchParams, request.headers)
  })
