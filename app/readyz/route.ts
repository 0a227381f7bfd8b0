export const dynamic = 'force-dynamic'

/** Says that this server can take requests. */
export function GET(): Response {
  return new Response('ok\n')
}
