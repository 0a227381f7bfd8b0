import { isReady } from '@/lib/services/readiness'

export const dynamic = 'force-dynamic'

/** Says whether this server can take requests: 200, or 503 while its database does not answer. */
export async function GET(): Promise<Response> {
  const ready = await isReady().catch(() => false)
  return new Response(ready ? 'ok\n' : 'the database does not answer\n', { status: ready ? 200 : 503 })
}
