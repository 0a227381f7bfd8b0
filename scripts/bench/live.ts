import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { encode } from 'next-auth/jwt'
import postgres, { type Sql } from 'postgres'
import { v7 as newId } from 'uuid'
import { freePort } from '@/db/embedded/cluster'
import { chance, plant, randomContract } from '@/db/testing/plant'
import { currentYear } from '@/lib/domain/statistics/query'
import { readSettings } from '@/lib/env'
import { routes } from '@/lib/routes'
import { people } from '@/lib/services/demo/people'
import { build, isStale } from '../launch/build'
import { ROOT } from '../launch/house'
import { startWeb, untilReady, type Web, webEnvironment } from '../launch/web'
import { ask, type Herd, openHerd } from './herd'
import { quantile, spread, table } from './measure'

const dashboards = 1000
const year = currentYear(new Date())
const sessionKey = 'a key for the bench alone, of no value at all'

/**
 * A thousand open dashboards on one process of the real server: what they weigh, when they are told, and how the server
 * fares when all of them ask anew. What has to be stopped in the end is handed to `closing`.
 */
export async function benchLive(
  at: { ownerUrl: string; appUrl: string; dataDir: string },
  closing: (close: () => Promise<void>) => void,
): Promise<void> {
  if (isStale(ROOT)) await build(ROOT, new AbortController().signal)
  const owner = postgres(at.ownerUrl, { max: 4, onnotice: () => {} })
  const next = chance(11)
  await plant(
    owner,
    Array.from({ length: 900 }, () => randomContract(next, [year, year - 1])),
  )
  const cookies = await openSessions(owner)
  const port = await freePort()
  const dataDir = join(at.dataDir, 'live')
  mkdirSync(dataDir)
  const settings = readSettings({ PORT: String(port), HOST: '127.0.0.1', DATA_DIR: dataDir })
  const web = startWeb(
    ROOT,
    settings,
    webEnvironment(settings, at.appUrl, { sessionKey, certificateKey: sessionKey }),
    false,
  )
  closing(web.stop)
  await untilReady(web, port, settings.HOST)
  const origin = `http://127.0.0.1:${port}`
  await weigh(web, origin, cookies)
  await tell(owner, origin, cookies)
  await renew(owner, origin, cookies)
  await owner.end()
}

async function weigh(web: Web, origin: string, cookies: readonly string[]): Promise<void> {
  const warm = await openHerd(live(origin), cookies.slice(0, 50))
  warm.close()
  const before = rss(web)
  const herd = await openHerd(live(origin), cookies)
  const after = rss(web)
  console.log(
    `${dashboards} open streams: ${before.toFixed(0)} MB before, ${after.toFixed(0)} MB after, ${(((after - before) * 1024) / dashboards).toFixed(0)} kB each`,
  )
  herd.close()
}

/**
 * Delay from commit to arrival, and how many signals a burst comes to. The pages ask for something that costs nothing to
 * make, so that this is the time of telling alone.
 */
async function tell(owner: Sql, origin: string, cookies: readonly string[]): Promise<void> {
  const herd = await openHerd(live(origin), cookies, () => ask(`${origin}/healthz`, { RSC: '1' }))
  const rows = [
    await told(herd, 'one approval, ten times over', 10, () => post(owner)),
    await told(herd, '10 000 postings in one transaction', 1, () => post(owner, 10_000)),
    await told(herd, '1 000 postings, a transaction each', 1, async () => {
      for (let one = 0; one < 1000; one += 1) await post(owner)
    }),
  ]
  table(
    ['told to 1000 pages, weightless', 'signals each', 'delay ms median', 'p95', 'max', 'the tenth page'],
    rows,
  )
  herd.close()
}

async function told(
  herd: Herd,
  what: string,
  times: number,
  work: () => Promise<unknown>,
): Promise<string[]> {
  const before = herd.pages.map(({ changes }) => changes)
  const delays: number[] = []
  const tenths: number[] = []
  for (let time = 0; time < times; time += 1) {
    let committed = 0
    await herd.told(async () => {
      await work()
      committed = performance.now()
    }, 1_500)
    const sorted = herd.pages.map(({ at }) => at - committed).sort((a, b) => a - b)
    delays.push(...sorted)
    tenths.push(sorted[9] ?? Number.NaN)
  }
  const signals = herd.pages
    .map(({ changes }, index) => (changes - (before[index] ?? 0)) / times)
    .sort((a, b) => a - b)
  const [least, most] = [signals[0] ?? 0, signals.at(-1) ?? 0]
  return [
    what,
    least === most ? String(least) : `${least}–${most}`,
    ...spread(delays),
    quantile(
      tenths.sort((a, b) => a - b),
      0.5,
    ).toFixed(0),
  ]
}

/** Every page asks for its year anew when it is told, as a browser does; somebody else works meanwhile. */
async function renew(owner: Sql, origin: string, cookies: readonly string[]): Promise<void> {
  const address = await rscAddress(origin, cookies[0] ?? '')
  const render = (page: number) => ask(address, { cookie: cookies[page] ?? '', RSC: '1' })
  const alone: number[] = []
  for (let round = 0; round < 60; round += 1) alone.push(await render(round))
  const rows = [['1, asked over and over', ...spread(alone.slice(10)), '', '', '', '', '']]
  for (const count of [20, 100, dashboards]) {
    const rendering: number[] = []
    const arrived: number[] = []
    let committed = 0
    const done = eventually(count)
    const herd = await openHerd(live(origin), cookies.slice(0, count), async (page) => {
      rendering.push(await render(page))
      arrived.push(performance.now() - committed)
      done.count()
    })
    const others = watch(() => ask(`${origin}/readyz`, {}))
    await post(owner)
    committed = performance.now()
    await done.all
    const total = performance.now() - committed
    const [median = '', p95 = '', max = ''] = spread(await others.stop())
    herd.close()
    const rate = ((count * 1000) / total).toFixed(0)
    rows.push([String(count), ...spread(rendering), ...spread(arrived), rate, `${median}/${p95}/${max}`])
  }
  table(
    [
      ...['open pages', 'refresh ms median', 'p95', 'max', 'commit to new page ms median', 'p95', 'max'],
      ...['pages/s', 'another request meanwhile'],
    ],
    rows,
  )
}

/** Counts up to a number, and says when it is reached. */
function eventually(goal: number): { all: Promise<void>; count(): void } {
  let reached = () => {}
  let counted = 0
  const all = new Promise<void>((resolve) => {
    reached = resolve
  })
  return {
    all,
    count() {
      counted += 1
      if (counted === goal) reached()
    },
  }
}

/** Asks again and again, as somebody who works meanwhile; `stop` returns how long each took. */
function watch(request: () => Promise<number>): { stop(): Promise<number[]> } {
  const times: number[] = []
  let over = false
  const asking = (async () => {
    while (!over) {
      times.push(await request())
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  })()
  return {
    async stop() {
      over = true
      await asking
      return times
    },
  }
}

/** The stream of a page that shows the year of the whole Corps. */
const live = (origin: string) => `${origin}${routes.live({ year, units: 'all' })}`

/** Where a refresh is asked: Next names the address by the request's headers and leads there. */
async function rscAddress(origin: string, cookie: string): Promise<string> {
  const page = `${origin}${routes.dashboard(year)}`
  const answer = await fetch(page, { headers: { cookie, RSC: '1' }, redirect: 'manual' })
  await answer.text()
  return new URL(answer.headers.get('location') ?? page, page).href
}

/** Postings like one that is there, which the triggers add up and announce as they do an approval's. */
const post = (owner: Sql, copies = 1) => owner`
  insert into posting (id, contract, event, sign, registered_on, year, unit, month, area, type, subtype, plan, flow, seller,
    field, band, property, goal, buyer, province, trade, turnover, technology)
  select nextval('posting_id'), contract, event, sign, registered_on, year, unit, month, area, type, subtype, plan, flow,
    seller, field, band, property, goal, buyer, province, trade, turnover, technology
  from (select * from posting where year = ${year} limit 500) as one, generate_series(1, ${Math.ceil(copies / 500)})
  limit ${copies}`

/** A leader's session for each dashboard: all of them hear of everything. */
async function openSessions(owner: Sql): Promise<string[]> {
  const readers = people.filter(({ role }) => role === 'leader')
  for (const { id, username, name, role, unit } of readers) {
    await owner`insert into account (id, username, name, role, unit) values (${id}, ${username}, ${name}, ${role}, ${unit})`
    await owner`insert into credential (account, password_hash) values (${id}, '-')`
  }
  return Promise.all(
    Array.from({ length: dashboards }, async (_, index) => {
      const sid = newId()
      await owner`insert into session (id, account) values (${sid}, ${readers[index % readers.length]?.id ?? ''})`
      return `jishi.session=${await encode({ token: { sid }, secret: sessionKey, maxAge: 86_400 })}`
    }),
  )
}

/** Resident memory of the server's process in MB. */
function rss({ pid }: Web): number {
  const [, kilobytes] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
  return Number(kilobytes) / 1024
}
