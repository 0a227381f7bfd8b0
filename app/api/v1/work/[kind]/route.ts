import { answer } from '@/lib/services/api/answer'
import { recordsForApi } from '@/lib/services/api/work-records'

/** A page of a register's records within the token's reach. */
export const GET = (request: Request, { params }: { params: Promise<{ kind: string }> }) =>
  answer(request, async (actor) => ({
    value: await recordsForApi(actor, (await params).kind, new URL(request.url).searchParams),
  }))
