import postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { database } from '@/db/client'
import { ownerUrl } from '@/db/testing/database'
import { sql } from '@/db/testing/sql'
import { toWire } from '@/lib/domain/contract/kinds'
import { readListQuery } from '@/lib/domain/contract/list-query'
import { contractIn, entered, moveIn, person, registrarOf } from '@/lib/testing/house'
import { readContract } from '../api/read-contract'
import { ask, openedWide, told } from '../api/testing/calling'
import { listContracts } from '../contracts/list'
import { submit } from '../contracts/submit'
import { withdraw } from '../contracts/withdraw'

interface Event {
  cursor: string
  contract: string
  seq: number
  action: string
  statusAfter: string
  content: unknown
  number: string | null
}
type Page = { events: Event[]; next: string | null }
type Actor = ReturnType<typeof person>

/** A consumer: what it was told, and the register that it made of that. */
class Copy {
  register = new Map<string, Event>()
  cursors: string[] = []
  next: string | null = null

  constructor(readonly actor: Actor) {}

  async read(limit = 7): Promise<number> {
    const after = this.next === null ? '' : `&after=${this.next}`
    const { events, next } = await told<Page>(ask(this.actor, `/events?limit=${limit}${after}`))
    for (const event of events) {
      const before = this.register.get(event.contract)
      // In order, each once: nothing that comes later was done earlier.
      expect(event.seq).toBeGreaterThan(before?.seq ?? 0)
      this.register.set(event.contract, event)
      this.cursors.push(event.cursor)
    }
    this.next = next
    return events.length
  }

  /** Reads until it holds so many events; transactions of others may still keep some back. */
  async until(events: number): Promise<void> {
    while (this.cursors.length < events) await this.read()
    expect(await this.read()).toBe(0)
  }
}

const d08 = registrarOf('D08')
const ofUnit = (unit: string) => sql()`
  select count(*)::int as n from contract_event e join contract c on c.id = e.contract where c.unit = ${unit}`

beforeAll(async () => {
  await moveIn()
  await openedWide()
})
afterAll(() => database().close())

/** Something to wait for. */
function signal() {
  let give = () => {}
  const given = new Promise<void>((resolve) => {
    give = resolve
  })
  return { given, give: () => give() }
}

/** The contracts that exist for the actor, as the API shows them one by one. */
async function contractsOf(actor: Actor) {
  const found: Awaited<ReturnType<typeof readContract>>[] = []
  let after: string | undefined
  for (;;) {
    const search = new Map(after ? [['after', [after]]] : [])
    const page = await listContracts(actor, readListQuery(search))
    for (const { id } of page.rows) found.push(await readContract(actor, id))
    if (!page.next) return found
    after = `${page.next.id}~${page.next.value}`
  }
}

async function expectSame(copy: Copy) {
  const contracts = await contractsOf(copy.actor)
  const seen = copy.actor.role === 'registrar' ? copy.register : withoutLeft(copy.register)
  expect([...seen.keys()].sort()).toEqual(contracts.map(({ id }) => id).sort())
  for (const one of contracts) {
    const event = copy.register.get(one.id)
    expect([event?.statusAfter, event?.number], one.id).toEqual([one.status, one.number])
    // What is saved in a draft enters the ledger when it is submitted.
    if (!['draft', 'returned'].includes(one.status)) expect(event?.content).toEqual(toWire(one.content))
  }
}

const withoutLeft = (register: Map<string, Event>) =>
  new Map([...register].filter(([, { statusAfter }]) => !['draft', 'discarded'].includes(statusAfter)))

describe('the feed', () => {
  test('replayed rebuilds the register, of an office its own alone', async () => {
    for (const status of [
      'draft',
      'discarded',
      'submitted',
      'returned',
      'refused',
      'registered',
      'cancelled',
      'revoked',
    ] as const)
      await contractIn(status, d08)
    await contractIn('registered', registrarOf('D01'))
    const own = new Copy(d08)
    await own.until((await ofUnit('D08'))[0]?.n ?? 0)
    await expectSame(own)
    const [all] =
      await sql()`select count(*)::int as n from contract_event where status_after not in ('draft', 'discarded')`
    const centre = new Copy(person('approver'))
    await centre.until(all?.n ?? 0)
    await expectSame(centre)
    const [counted] = await sql()`
      select count(*)::int as n from contract_event where status_after in ('registered', 'cancelled', 'revoked')`
    const leader = new Copy(person('leader'))
    await leader.until(counted?.n ?? 0)
    await expectSame(leader)
  })

  test('says that an office took its contract back, and no longer what it says', async () => {
    const id = await contractIn('submitted', d08)
    await withdraw(d08, { id })
    const copy = new Copy(person('approver'))
    while (copy.register.get(id)?.action !== 'withdraw') await copy.read(50)
    expect(copy.register.get(id)).toMatchObject({ statusAfter: 'draft', content: null, details: null })
    await expectSame(copy)
    await submit(d08, { id })
    while (copy.register.get(id)?.action !== 'submit') await copy.read(50)
    await expectSame(copy)
  })

  test('is in order while eight write, and nothing appears before what was read', async () => {
    const units = ['D01', 'D02', 'D03', 'D04', 'D05', 'D06', 'D07', 'D08']
    const copy = new Copy(person('auditor'))
    let writing = true
    const reading = (async () => {
      while (writing) await copy.read(5)
    })()
    await Promise.all(
      units.map(async (unit) => {
        const office = registrarOf(unit)
        for (let n = 0; n < 3; n += 1) {
          const id = await contractIn('registered', office)
          expect(id).toBeTruthy()
          const other = await entered(office)
          await submit(office, { id: other })
          await withdraw(office, { id: other })
          await submit(office, { id: other })
        }
      }),
    )
    writing = false
    await reading
    const [all] = await sql()`select count(*)::int as n from contract_event
      where status_after not in ('draft', 'discarded') or action = 'withdraw'`
    await copy.until(all?.n ?? 0)
    await expectSame(copy)
    const afresh = new Copy(copy.actor)
    await afresh.until(copy.cursors.length)
    expect(copy.cursors).toEqual(afresh.cursors)
  })

  test('keeps the order of a contract where a transaction that began later came first', async () => {
    const id = await contractIn('submitted', d08)
    const owner = postgres(ownerUrl(), { max: 3, onnotice: () => {} })
    const write = (tx: postgres.TransactionSql, action: string) => tx`
      insert into contract_event (contract, seq, action, status_after, actor, content)
      select id, 0, ${action}, 'submitted', entered_by, content from contract where id = ${id}`
    const waiting = signal()
    const began = signal()
    const early = owner.begin(async (tx) => {
      await tx`select pg_current_xact_id()`
      began.give()
      await waiting.given
      await write(tx, 'dispute')
    })
    await began.given
    await owner.begin((tx) => write(tx, 'approve'))
    // What stands behind a transaction that still runs is not told yet.
    const copy = new Copy(person('approver'))
    const read = async () => {
      while ((await copy.read(100)) > 0);
      return copy.register.get(id)?.action
    }
    // Whatever else runs in the cluster is waited for too.
    await expect.poll(read).toBe('submit')
    waiting.give()
    await early
    while (copy.register.get(id)?.action !== 'dispute') await copy.read(1)
    const [late] =
      await owner`select place > xid as moved from contract_event where contract = ${id} and action = 'dispute'`
    expect(late?.moved).toBe(true)
    await owner.end()
  })

  test('comes in lines where that is asked for, and can be gone on with from each', async () => {
    const response = await ask(d08, '/events?limit=3', { headers: { accept: 'application/x-ndjson' } })
    const lines = (await response.text()).trim().split('\n')
    expect(lines).toHaveLength(3)
    const second = JSON.parse(lines[1] ?? '') as Event
    const rest = await told<Page>(ask(d08, `/events?limit=1&after=${second.cursor}`))
    expect(rest.events[0]).toEqual(JSON.parse(lines[2] ?? ''))
  })

  test.each(['x', 'MTIz', 'MS4yLjM', '%00'])('%s is no cursor', async (after) => {
    expect((await ask(d08, `/events?after=${after}`)).status).toBe(422)
  })
})
