import { v7 as newId } from 'uuid'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { listen } from '@/db/announce'
import { database } from '@/db/client'
import { insertSession } from '@/db/queries/sessions'
import { appUrl } from '@/db/testing/database'
import { chance, plant, randomContract } from '@/db/testing/plant'
import { sql } from '@/db/testing/sql'
import { inTransaction } from '@/db/transaction'
import type { Actor } from '@/lib/domain/access/actor'
import type { Change, Signal } from '@/lib/domain/live'
import type { LiveReach } from '@/lib/domain/live-reach'
import { currentYear } from '@/lib/domain/statistics/query'
import { contractIn, moveIn, person, registrarOf } from '@/lib/testing/house'
import { approve } from '../contracts/approve'
import { importInflow } from '../inflow/import'
import { changeAccount } from '../people/change-account'
import { disableAccount } from '../people/disable-account'
import { signOut } from '../people/sign-in'
import { type Hub, makeHub } from './hub'
import { liveStream, reachOfSession } from './stream'

const year = currentYear(new Date())
const centre: LiveReach = { unit: null, work: true }

const hubs: Hub[] = []
beforeAll(moveIn)
afterEach(() => Promise.all(hubs.splice(0).map((hub) => hub.close())))
afterAll(() => database().close())

function listening(): Hub {
  const hub = makeHub((ears) => listen(appUrl(), ears))
  hubs.push(hub)
  return hub
}

/** A page of this reach whose signals are waited for one by one; returned when it has been greeted. */
async function page(reach: LiveReach) {
  const told: Signal[] = []
  let arrived = () => {}
  listening().join(
    { reach, shown: null, position: null },
    { ready: () => true, tell: (signal) => told.push(signal) && arrived(), end: () => {} },
  )
  async function next(): Promise<Signal> {
    for (;;) {
      const signal = told.shift()
      if (signal) return signal
      await new Promise<void>((resolve) => {
        arrived = resolve
      })
    }
  }
  async function greeted(): Promise<string> {
    for (;;) {
      const signal = await next()
      if (signal.name === 'hello') return signal.position
    }
  }
  return {
    greeted,
    position: await greeted(),
    async nextChange(): Promise<Change | null> {
      const signal = await next()
      return signal.name === 'change' ? signal.change : null
    },
  }
}

describe('what reaches an open page', () => {
  test('is the year and unit of an approval, at its commit', async () => {
    const id = await contractIn('submitted', registrarOf('D08'))
    const open = await page(centre)
    await approve(person('approver'), { id })
    expect(await open.nextChange()).toEqual({ years: [{ year, units: ['D08'] }], work: ['D08'] })
  })

  test('is nothing of what was taken back', async () => {
    const id = await contractIn('submitted', registrarOf('D08'))
    const open = await page(centre)
    await expect(approve(person('approver'), { id, revision: 99 })).rejects.toThrow()
    await inTransaction(person('approver'), async (tx) => {
      await tx.execute(`select pg_notify('jishi', '2001 D08')`)
      throw new Error('taken back')
    }).catch(() => {})
    await approve(person('approver'), { id })
    expect(await open.nextChange()).toEqual({ years: [{ year, units: ['D08'] }], work: ['D08'] })
  })

  test('is one change for a transaction of many postings, an office’s own part for the office', async () => {
    const next = chance(3)
    const many = Array.from({ length: 400 }, () => randomContract(next, [year, year - 1]))
    const [open, office] = [await page(centre), await page({ unit: 'D08', work: true })]
    await plant(sql(), many)
    const units = (of: number) =>
      [...new Set(many.filter(({ facts }) => facts.year === of).map(({ facts }) => facts.unit))].sort()
    expect(await open.nextChange()).toEqual({
      years: [
        { year: year - 1, units: units(year - 1) },
        { year, units: units(year) },
      ],
      work: [],
    })
    expect(await office.nextChange()).toEqual({
      years: [
        { year: year - 1, units: ['D08'] },
        { year, units: ['D08'] },
      ],
      work: [],
    })
  })

  test('is every unit for an extract of inflow', async () => {
    const office = await page({ unit: 'D08', work: true })
    await importInflow(person('auditor'), {
      rows: [
        {
          number: '2026310112345678',
          name: '示例',
          type: '1',
          sellerName: '示例卖方',
          sellerRegion: '310115',
          buyerName: '示例买方',
          buyerUnit: 'D01',
          field: '01',
          turnover: '100',
          technology: '100',
          registeredOn: `${year}-03-04`,
        },
      ],
    })
    expect(await office.nextChange()).toEqual({ years: [{ year, units: 'all' }], work: [] })
  })
})

test('a page is told to catch up when the connection that listens was killed', async () => {
  const open = await page(centre)
  await sql()`select pg_terminate_backend(pid) from pg_stat_activity
    where application_name = 'jishi live' and datname = current_database()`
  expect(await open.greeted()).not.toBe(open.position)
  const id = await contractIn('submitted', registrarOf('D08'))
  await approve(person('approver'), { id })
  while (!(await open.nextChange())?.years.length);
})

describe('a stream', () => {
  const seenAt = async (id: string) => (await sql()`select seen_at from session where id = ${id}`)[0]?.seen_at

  async function signedIn(actor: Actor) {
    const session = newId()
    await inTransaction(actor, (tx) =>
      insertSession(tx, { id: session, account: actor.id, address: null, via: 'oidc' }),
    )
    await sql()`insert into credential (account, password_hash) values (${actor.id}, '-') on conflict do nothing`
    await sql()`update session set seen_at = now() - interval '10 minutes' where id = ${session}`
    const reach = (await reachOfSession(session)) as LiveReach
    return { session, reach, gone: new AbortController().signal }
  }

  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  test.each([
    [
      'a sign-out',
      'registrar-d01',
      (actor: Actor, id: string) => signOut({ id, actor, mustChange: false, preferences: {} }, ''),
    ],
    ['a disabled account', 'registrar-d02', ({ id }: Actor) => disableAccount(person('admin'), { id })],
    [
      'another role',
      'registrar-d03',
      ({ id, name }: Actor) => changeAccount(person('admin'), { id, name, role: 'leader', unit: null }),
    ],
  ])('ends within a minute of %s, and keeps no session alive', async (_, username, happens) => {
    const actor = person(username)
    const { session, reach, gone } = await signedIn(actor)
    const said = new Response(
      liveStream({ session, reach, shown: null, position: null, gone }, listening()),
    ).text()
    const before = await seenAt(session)
    vi.advanceTimersByTime(60_000)
    expect(await reachOfSession(session)).toEqual({ unit: actor.unit, work: true })
    expect(await seenAt(session)).toEqual(before)
    await happens(actor, session)
    vi.advanceTimersByTime(60_000)
    expect(await said).toContain('event: beat')
  })

  test('that nobody reads takes no more than it has room for, and is broken off', async () => {
    const { session, reach, gone } = await signedIn(person('registrar-d04'))
    const stream = liveStream({ session, reach, shown: null, position: null, gone }, listening())
    vi.advanceTimersByTime(200_000)
    await expect(new Response(stream).text()).rejects.toMatchObject({ name: 'AbortError' })
  })
})
