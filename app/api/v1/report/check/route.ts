import { answer } from '@/lib/services/api/answer'
import { readBody } from '@/lib/services/api/body'
import { toCheckAnswer } from '@/lib/services/api/check-answer'
import { arrivingFile } from '@/lib/services/attachments/arriving-file'
import { checkFile, checkReport } from '@/lib/services/checker/check-report'

/** Checks a report: `{ "text": … }` as JSON, or a Word, PDF or text file as the body of any other type. */
export const POST = (request: Request) =>
  answer(request, async (actor) => {
    const json = /^application\/json\b/i.test(request.headers.get('content-type') ?? '')
    const checked = json
      ? await checkReport(actor, await readBody(request))
      : await checkFile(actor, arrivingFile(request))
    return { value: toCheckAnswer(checked) }
  })
