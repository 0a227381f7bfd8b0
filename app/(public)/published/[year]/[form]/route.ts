import { Problem } from '@/lib/domain/problems'
import { limit } from '@/lib/services/access/limit'
import { clientAddress } from '@/lib/services/actor'
import { problemResponse } from '@/lib/services/api/answer'
import { askedFile, editionResponse } from '@/lib/services/editions/asked'
import { readPublicFile } from '@/lib/services/editions/read-edition'

type Params = { params: Promise<{ year: string; form: string }> }

/** A file of a public edition, for anybody: `form` docx, pdf or xlsx; `?edition=`, `?locale=`. */
export async function GET(request: Request, { params }: Params): Promise<Response> {
  const { edition, locale } = Object.fromEntries(new URL(request.url).searchParams)
  const asked = askedFile.safeParse({ ...(await params), number: edition, locale })
  if (!asked.success) return new Response(null, { status: 404 })
  try {
    await limit('publicPerMinute', await clientAddress())
    // Briefly, since it may cease to be public.
    return editionResponse(request, await readPublicFile(asked.data), asked.data, 'public, max-age=60')
  } catch (error) {
    if (error instanceof Problem) return problemResponse(request, error.detail)
    throw error
  }
}
