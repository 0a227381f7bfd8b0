import { Problem, problemStatus } from '@/lib/domain/problems'
import { currentActor } from '@/lib/services/actor'
import { askedFile, editionResponse } from '@/lib/services/editions/asked'
import { readEditionFile } from '@/lib/services/editions/read-edition'

type Params = { params: Promise<{ year: string; number: string; form: string }> }

/** A file of a published edition: `form` docx, pdf or xlsx; `?unit=`, `?locale=`. */
export async function GET(request: Request, { params }: Params): Promise<Response> {
  const actor = await currentActor()
  if (!actor) return new Response(null, { status: 401 })
  const asked = askedFile.safeParse({
    ...Object.fromEntries(new URL(request.url).searchParams),
    ...(await params),
  })
  if (!asked.success) return new Response(null, { status: 404 })
  try {
    return editionResponse(request, await readEditionFile(actor, asked.data), asked.data, 'private, no-cache')
  } catch (error) {
    if (error instanceof Problem) return new Response(null, { status: problemStatus[error.detail.code] })
    throw error
  }
}
