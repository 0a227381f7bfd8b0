import { clientAddress } from '@/lib/services/actor'
import { problemResponse } from '@/lib/services/api/answer'
import { toVerifyAnswer } from '@/lib/services/api/verify-answer'
import { attempt } from '@/lib/services/attempt'
import { verifyCertificate } from '@/lib/services/certificates/verify'

/** What a paper states and what has happened since, for whoever has its number and `?code=`; no token is asked for. */
export async function GET(request: Request, { params }: { params: Promise<{ number: string }> }) {
  const { number } = await params
  const code = new URL(request.url).searchParams.get('code') ?? ''
  const address = await clientAddress()
  const result = await attempt(async () => toVerifyAnswer(await verifyCertificate({ number, code }, address)))
  if (!result.ok) return problemResponse(request, result.problem)
  return Response.json(result.value, {
    headers: { 'Cache-Control': 'no-store', 'Referrer-Policy': 'no-referrer' },
  })
}
