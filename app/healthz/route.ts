/** Says that the process runs; asks nothing of the database, so that a database fault does not get servers killed. */
export function GET(): Response {
  return new Response('ok\n')
}
