import { viewSchema, yearSchema } from '@/lib/domain/statistics/query'
import { answer } from '@/lib/services/api/answer'
import { toReportAnswer } from '@/lib/services/api/report-answer'
import { readReport } from '@/lib/services/report/read-report'
import { parseInput } from '@/lib/services/verb'

/** The annual report of a year, sentence by sentence, within the reach of the token's person. */
export const GET = (request: Request, { params }: { params: Promise<{ year: string }> }) =>
  answer(request, async (actor) => {
    const year = parseInput(yearSchema, (await params).year)
    const view = parseInput(viewSchema, Object.fromEntries(new URL(request.url).searchParams))
    return { value: toReportAnswer(await readReport(actor, { ...view, year })) }
  })
