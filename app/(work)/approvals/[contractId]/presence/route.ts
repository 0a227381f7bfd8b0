import { z } from 'zod'
import { problemStatus } from '@/lib/domain/problems'
import { action } from '@/lib/services/action'
import { look, lookAway } from '@/lib/services/approvals/presence'

const bodySchema = z.enum(['look', 'away']).catch('look')

/** A sign of life from an open decision page, or the news that it was left. Same-site cookies keep other sites out. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ contractId: string }> },
): Promise<Response> {
  const { contractId } = await params
  const verb = bodySchema.parse(await request.text()) === 'away' ? lookAway : look
  const result = await action<unknown>(verb)({ id: contractId })
  if (result.ok) return Response.json(result.value)
  const status = result.problem.code === 'unknown' ? 500 : problemStatus[result.problem.code]
  return Response.json({ code: result.problem.code }, { status })
}
