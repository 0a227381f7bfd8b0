import { viewSchema, yearSchema } from '@/lib/domain/statistics/query'
import { chooseLocale } from '@/lib/i18n/locale'
import { answer } from '@/lib/services/api/answer'
import { editionAnswer } from '@/lib/services/api/edition-answer'
import { toReportAnswer } from '@/lib/services/api/report-answer'
import { exportReport } from '@/lib/services/report/export'
import { readReport } from '@/lib/services/report/read-report'
import { parseInput } from '@/lib/services/verb'

/**
 * The annual report of a year within the reach of the token's person: sentence by sentence (`2024`, `2024.json`), or as a
 * file (`2024.docx`, `.pdf`, `.xlsx`); live, of a past moment, or a published edition as it was published.
 */
export const GET = (request: Request, { params }: { params: Promise<{ year: string }> }) =>
  answer(request, async (actor) => {
    const [asked = '', form = 'json'] = (await params).year.split(/\.(.*)/)
    const { edition, ...search } = Object.fromEntries(new URL(request.url).searchParams)
    if (edition !== undefined) return editionAnswer(actor, { ...search, year: asked, number: edition, form })
    if (form !== 'json') {
      const language = chooseLocale(search.language, request.headers.get('accept-language'))
      return exportReport(actor, { language, ...search, year: asked, form })
    }
    const year = parseInput(yearSchema, asked)
    return { value: toReportAnswer(await readReport(actor, { ...parseInput(viewSchema, search), year })) }
  })
