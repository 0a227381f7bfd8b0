import { wordForm, wordType } from '@/lib/domain/checker/forms'
import { arrivingFile } from '@/lib/services/attachments/arriving-file'
import { asPerson } from '@/lib/services/attachments/as-person'
import { checkFile, commentFile } from '@/lib/services/checker/check-report'

/** Checks the report that is the body; `form=docx` answers with it as Word with comments. Nothing is kept. */
export async function POST(request: Request): Promise<Response> {
  return asPerson(request, async (actor) => {
    const headers = { 'Cache-Control': 'no-store' }
    const query = new URL(request.url).searchParams
    const file = arrivingFile(request)
    if (query.get('form') !== wordForm) return Response.json(await checkFile(actor, file), { headers })
    const word = await commentFile(actor, file, query.get('locale') ?? '')
    return new Response(word, { headers: { ...headers, 'Content-Type': wordType } })
  })
}
