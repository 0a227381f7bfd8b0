/**
 * Runs once as the server starts. The ledger is sealed every minute, imports that broke off
 * are taken up, mail is sent, and the database is listened to from here. Unless a proxy
 * of ours stands in front, X-Forwarded-For is whatever the client says; it is replaced by the address of the connection
 * before anything reads it.
 */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME === 'nodejs') {
    const { sealEveryMinute } = await import('@/lib/services/ledger/seal-every-minute')
    sealEveryMinute()
    const { takeUpEveryMinute } = await import('@/lib/services/import/work')
    takeUpEveryMinute()
    const { workMailAlways } = await import('@/lib/services/mail/work')
    workMailAlways()
    const { hub } = await import('@/lib/services/live/hub')
    const house = hub()
    // Next waits for open requests before it ends; a stream would keep it waiting.
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => house.close())
    const { subscribe } = await import('node:diagnostics_channel')
    if (process.env.TRUST_PROXY === '1') return
    subscribe('http.server.request.start', (message) => {
      const { request } = message as { request: import('node:http').IncomingMessage }
      request.headers['x-forwarded-for'] = request.socket.remoteAddress ?? ''
    })
  }
}
