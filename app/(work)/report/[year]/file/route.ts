import { getLocale } from 'next-intl/server'
import { Problem } from '@/lib/domain/problems'
import { currentActor } from '@/lib/services/actor'
import { fileResponse, problemResponse } from '@/lib/services/api/answer'
import { exportReport } from '@/lib/services/report/export'

/** The annual report of the page as a file: `?form=docx`, `pdf` or `xlsx`, for its unit, moment and language. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ year: string }> },
): Promise<Response> {
  const actor = await currentActor()
  if (!actor) return new Response(null, { status: 401 })
  const search = Object.fromEntries(new URL(request.url).searchParams)
  try {
    const [{ year }, language] = await Promise.all([params, getLocale()])
    return fileResponse(await exportReport(actor, { language, ...search, year }))
  } catch (error) {
    if (error instanceof Problem) return problemResponse(request, error.detail)
    throw error
  }
}
