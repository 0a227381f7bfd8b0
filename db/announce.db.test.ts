import { connect, createServer, type Server, type Socket } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { listen } from './announce'
import { appUrl } from './testing/database'
import { sql } from './testing/sql'

let stop: (() => Promise<void>) | undefined
let server: Server | undefined
afterEach(async () => {
  await stop?.()
  server?.close()
})

/** What is said, in order; `next` waits for it. */
function ears() {
  const said: string[] = []
  let arrived = () => {}
  const say = (word: string) => {
    said.push(word)
    arrived()
  }
  return {
    ears: { hearing: () => say('hearing'), deaf: () => say('deaf'), heard: say },
    async next(): Promise<string | undefined> {
      while (said.length === 0) {
        await new Promise<void>((resolve) => {
          arrived = resolve
        })
      }
      return said.shift()
    },
  }
}

const notify = (...notices: string[]) =>
  sql().begin((tx) => Promise.all(notices.map((notice) => tx`select pg_notify('jishi', ${notice})`)))

test('hears what is committed, each notice of a transaction once, and nothing that was taken back', async () => {
  const { ears: own, next } = ears()
  stop = listen(appUrl(), own)
  expect(await next()).toBe('hearing')
  const taken = sql().begin(async (tx) => {
    await tx`select pg_notify('jishi', '2026 D01')`
    throw new Error('taken back')
  })
  await expect(taken).rejects.toThrow('taken back')
  await notify('2026 D08', 'work D08', '2026 D08', '2026 *')
  expect([await next(), await next(), await next()]).toEqual(['2026 D08', 'work D08', '2026 *'])
})

test('a killed connection is noticed at once: it hears again and says that there was a gap', async () => {
  const { ears: own, next } = ears()
  stop = listen(appUrl(), own)
  expect(await next()).toBe('hearing')
  const killed = await sql()`
    select pg_terminate_backend(pid) from pg_stat_activity
    where application_name = 'jishi live' and datname = current_database() and query ilike 'listen%'`
  expect(killed).toHaveLength(1)
  expect(await next()).toBe('hearing')
  await notify('2026 D08')
  expect(await next()).toBe('2026 D08')
})

test('a connection that is only half open is noticed by its silence and left for another', async () => {
  const through = await silencable(new URL(appUrl()))
  const { ears: own, next } = ears()
  stop = listen(through.url, own, { every: 100, within: 1_500 })
  expect(await next()).toBe('hearing')
  through.silence()
  expect(await next()).toBe('deaf')
  expect(await next()).toBe('hearing')
  await notify('2026 D08')
  expect(await next()).toBe('2026 D08')
})

/** A way to the database whose present connections can be made to carry nothing more, without either end being told. */
async function silencable(database: URL): Promise<{ url: string; silence(): void }> {
  const open = new Set<Socket>()
  server = createServer((near) => {
    const far = connect(Number(database.port), database.hostname)
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(from)
      from.on('data', (bytes) => open.has(from) && to.write(bytes))
      from.on('error', () => {})
      from.on('close', () => to.destroy())
    }
  })
  const listening = server
  await new Promise<void>((resolve) => listening.listen(0, '127.0.0.1', resolve))
  const url = new URL(database)
  url.port = String((listening.address() as { port: number }).port)
  return { url: url.href, silence: () => open.clear() }
}
