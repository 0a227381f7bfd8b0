import fc from 'fast-check'
import postgres from 'postgres'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { database } from '@/db/client'
import { seal } from '@/db/ledger-check'
import { ownerUrl } from '@/db/testing/database'
import { halfDone } from '@/db/testing/half-done'
import { Problem } from '@/lib/domain/problems'
import { shanghaiDate, yearOf } from '@/lib/domain/time/dates'
import { moveIn, person } from '@/lib/testing/house'
import { anyMove, type Move, type Moved, make } from '@/lib/testing/moves'
import { recount as recountOfYear, totals } from '@/lib/testing/totals'
import { recount } from '../ledger/recount'
import { verifyLedger } from '../ledger/verify'
import { readYear } from '../statistics/read-year'

const RUNS = 12
const leader = person('leader')
const auditor = person('auditor')
const year = yearOf(shanghaiDate(new Date()))
const register: Moved[] = []
/** Every moment that figures were read at, and what they were. */
const shown: { moment: Date; figures: unknown }[] = []
const outcomes = new Map<string, number>()
let owner: postgres.Sql

beforeAll(async () => {
  await moveIn()
  owner = postgres(ownerUrl(), { max: 1, onnotice: () => {} })
})
afterAll(async () => {
  await owner.end()
  await database().close()
})

test('whatever several people do at once, contracts, events, lines, totals and past readings agree', async () => {
  const batch = fc.array(fc.array(anyMove, { minLength: 4, maxLength: 8 }), { minLength: 3, maxLength: 4 })
  await fc.assert(
    fc.asyncProperty(fc.array(batch, { minLength: 1, maxLength: 2 }), async (batches) => {
      const begun = shown.length
      for (const clients of batches) {
        await Promise.all([...clients.map(play), watch()])
        await look(nextMillisecond())
        await expectAgreement()
        await expectReplay()
      }
      await expectPast(shown.slice(begun))
    }),
    { seed: 20260401, numRuns: RUNS, endOnFailure: true },
  )
  // The histories were worth trying: every kind of act was confirmed and refused.
  for (const act of ['grant', 'endorse', 'decline', 'take-back', 'request-open']) {
    expect(outcomes.get(act), act).toBeGreaterThan(0)
  }
  const ended = await owner`select distinct status from contract where status in ('cancelled', 'revoked')`
  expect(ended).toHaveLength(2)
  await expectPast(shown)
  await seal()
  expect(await verifyLedger(auditor)).toMatchObject({ sound: true })
}, 60_000)

const note = (outcome: string) => outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1)

/** One client's moves one after another. A refusal is an answer; anything else fails the test. */
async function play(moves: readonly Move[]): Promise<void> {
  for (const move of moves) {
    try {
      await make(move, { register, tell: ({ act }) => note(act) })
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      note(error.detail.code)
    }
  }
}

/** Reads the year as of a moment and keeps what it said; of now, in the midst of what others are doing. */
async function look(at: Promise<Date> | Date = new Date()): Promise<void> {
  const moment = await at
  shown.push({ moment, figures: await figuresAsOf(moment) })
}

/** Looks several times while others act: what was said in between must stay said. */
async function watch(): Promise<void> {
  for (let times = 0; times < 3; times += 1) await look()
}

const figuresAsOf = async (asOf: Date) => {
  const { book, tables } = await readYear(leader, year, { asOf })
  return { book, tables }
}

/** A moment surely later than what was dated before, whose clock is finer. */
async function nextMillisecond(): Promise<Date> {
  const before = Date.now()
  while (Date.now() <= before + 1) await owner`select 1`
  return new Date()
}

/** Totals, lines and contracts say the same; nothing that has ended is counted and no act was done by half. */
async function expectAgreement(): Promise<void> {
  const counted = [...(await totals(owner))].filter(([, { contracts }]) => contracts > 0)
  expect(new Map(counted)).toEqual(await recountOfYear(owner))
  expect(await recount(auditor)).toMatchObject({ agrees: true, differences: [] })
  expect(await halfDone(owner)).toEqual([])
  const { book, tables } = await readYear(leader, year)
  expect({ book, tables }).toEqual(shown.at(-1)?.figures)
}

interface Standing {
  status: string
  content: unknown
  /** Event that brought the line in force, with the turnover it says; null where nothing counts the contract. */
  line: { event: string; turnover: string } | null
}

/** The events alone, from the first to the last, lead to what stands in the register and in the lines. */
async function expectReplay(): Promise<void> {
  const events = await owner`
    select id, contract, seq, action, status_after, content,
      ((content ->> 'turnover')::numeric * 100)::bigint::text as turnover
    from contract_event order by contract, seq`
  const replayed = new Map<string, Standing>()
  for (const { id, contract, seq, status_after: status, content, turnover } of events) {
    const before = replayed.get(contract)
    expect(seq === 1).toBe(before === undefined)
    replayed.set(contract, {
      status,
      content,
      line: status === 'registered' ? { event: id, turnover } : null,
    })
  }
  const rows = await owner`
    select c.id, c.status, c.content, p.event, p.turnover,
      (select coalesce(sum(sign), 0) from posting where contract = c.id)::integer as lines
    from contract c left join posting p on p.year = c.year and p.id = c.posting`
  expect(rows).toHaveLength(replayed.size)
  for (const { id, status, content, event, turnover, lines } of rows) {
    const line = event === null ? null : { event, turnover }
    expect({ status, content, line }, id).toEqual(replayed.get(id))
    expect(lines, id).toBe(line ? 1 : 0)
  }
}

/** What was shown as of a moment is shown so again, however much has come since. */
async function expectPast(moments: typeof shown): Promise<void> {
  for (const { moment, figures } of moments) expect(await figuresAsOf(moment)).toEqual(figures)
}
