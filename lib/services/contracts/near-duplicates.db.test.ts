import fc from 'fast-check'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type Database, openDatabase, setDatabase } from '@/db/client'
import { insertAttachment } from '@/db/queries/attachments'
import { ownerUrl } from '@/db/testing/database'
import { inTransaction } from '@/db/transaction'
import type { Actor } from '@/lib/domain/access/actor'
import type { Content } from '@/lib/domain/contract/content'
import { toWire } from '@/lib/domain/contract/kinds'
import { usccCheckCharacter } from '@/lib/domain/organisation/uscc'
import { Problem } from '@/lib/domain/problems'
import { differInSeries, normalise, similarity } from '@/lib/domain/text/similarity'
import { addDays, shanghaiDate } from '@/lib/domain/time/dates'
import { soundContent } from '@/lib/testing/sound-contract'
import { enrol } from '../demo/enrol'
import { person, registrarOf } from '../demo/people'
import { approve } from './approve'
import { create } from './create'
import { nearDuplicates } from './near-duplicates'
import { refuse } from './refuse'
import { save } from './save'
import { submit } from './submit'

const today = shanghaiDate(new Date())
const [own, other] = [registrarOf('D08'), registrarOf('D06')]
let database: Database

beforeAll(async () => {
  database = openDatabase(ownerUrl(), { asApp: true, max: 6 })
  setDatabase(database)
  await enrol('a password for tests', new Date())
})

afterAll(async () => {
  setDatabase(undefined)
  await database.close()
})

/** Each case has a buyer of its own, so that cases don't see each other. */
let buyer = 0
let base: Content

beforeEach(() => {
  buyer += 1
  const head = `91650203MA81K${String(buyer).padStart(4, '0')}`
  base = {
    ...soundContent,
    buyer: {
      ...soundContent.buyer,
      name: `绿洲节水第${buyer}有限公司`,
      code: `${head}${usccCheckCharacter(head)}`,
    },
    signDate: addDays(today, -30),
    effectiveDate: addDays(today, -30),
    endDate: addDays(today, 300),
  }
})

async function draft(registrar: Actor, changes: Content = {}): Promise<string> {
  const { id } = await create(registrar, { content: toWire({ ...base, ...changes }) })
  await inTransaction(registrar, (tx) =>
    insertAttachment(tx, {
      id: newId(),
      contract: id,
      kind: 'ATT01',
      fileName: '合同.pdf',
      mediaType: 'application/pdf',
      size: 1,
      sha256: id.replaceAll('-', '').padEnd(64, '0'),
      addedBy: registrar.id,
    }),
  )
  return id
}

async function submitted(registrar: Actor, changes: Content = {}): Promise<string> {
  const id = await draft(registrar, changes)
  await submit(registrar, { id })
  return id
}

const refusalOf = async (act: Promise<unknown>): Promise<string[]> => {
  const problem = await act.then(
    () => null,
    (error: unknown) => error,
  )
  if (!(problem instanceof Problem) || problem.detail.code !== 'check-failed')
    throw problem ?? new Error('accepted')
  return problem.detail.findings.filter(({ severity }) => severity !== 'hint').map(({ rule }) => rule)
}

describe('near duplicates', () => {
  it('shows another office’s contract by office, status and what agrees, and nothing it says', async () => {
    await submitted(other, { signDate: addDays(today, -33), summary: `${base.summary}只有六师知道的内容。` })
    const [found, ...rest] = await nearDuplicates(own, await draft(own))
    expect(rest).toEqual([])
    expect(Object.keys(found ?? {}).sort()).toEqual([
      'evidence',
      'exact',
      'score',
      'status',
      'unit',
      'within',
    ])
    expect(found).toMatchObject({ within: false, status: 'submitted', unit: { zh: '六师' }, exact: false })
    expect(found?.evidence.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['sameName', 'sameAmount', 'nearDate']),
    )
  })

  it('tells no more to who calls the function behind it', async () => {
    const foreign = await submitted(other)
    const mine = await draft(own)
    const call = (actor: Actor, id: string) =>
      inTransaction(actor, (tx) => tx.execute(`select * from jishi_near_duplicates('${id}')`))
    const [row] = await call(own, mine)
    expect(Object.keys(row ?? {}).sort()).toEqual([
      'amounts',
      'days',
      'differ_in_series',
      'id',
      'name_likeness',
      'parties',
      'same_name',
      'status',
      'unit',
    ])
    expect(row).toMatchObject({ id: null, unit: 'D06', status: 'submitted', amounts: 'same' })
    expect([...(await call(own, foreign))]).toEqual([])
    for (const nobody of ['admin', 'security', 'leader'])
      expect([...(await call(person(nobody), mine))]).toEqual([])
  })

  it('reveals no draft of another office, nor what it threw away', async () => {
    await draft(other)
    expect(await nearDuplicates(own, await draft(own))).toEqual([])
  })

  it('shows the own office and the centre the whole record', async () => {
    const first = await submitted(own)
    const second = await draft(own, { name: '棉花膜下滴灌水肥一体化技术开发' })
    expect(await nearDuplicates(own, second)).toMatchObject([
      { within: true, id: first, content: { name: base.name } },
    ])
    await save(own, { id: second, explanations: { Q14: '两份合同的试验地块不同。' } })
    await submit(own, { id: second })
    expect(await nearDuplicates(person('approver'), second)).toMatchObject([{ within: true, id: first }])
  })

  it('refuses the same contract again, and asks what tells a similar one apart', async () => {
    await submitted(other)
    expect(await refusalOf(submit(own, { id: await draft(own) }))).toEqual(['Q13'])
    const similar = await draft(own, { turnover: 36_100_000n, technology: 36_100_000n })
    expect(await refusalOf(submit(own, { id: similar }))).toEqual(['Q14'])
    await save(own, { id: similar, explanations: { Q14: '二期工程，另行签订。' } })
    await expect(submit(own, { id: similar })).resolves.toBeDefined()
  })

  it('lets a refused contract be entered anew, with a word to the approver', async () => {
    const first = await submitted(own)
    await refuse(person('approver'), {
      id: first,
      reason: 'N08',
      text: '约定内容不属于技术合同认定登记范围。',
    })
    expect(await refusalOf(submit(own, { id: await draft(own) }))).toEqual(['Q14'])
  })

  it('still counts a registered contract', async () => {
    const first = await submitted(other)
    await approve(person('approver'), { id: first })
    expect(await refusalOf(submit(own, { id: await draft(own) }))).toEqual(['Q13'])
  })

  it('lets only one of two offices submit the same contract at the same moment', async () => {
    const drafts = [await draft(own), await draft(other)] as const
    const outcomes = await Promise.all(
      [submit(own, { id: drafts[0] }), submit(other, { id: drafts[1] })].map((act) =>
        refusalOf(act).catch((error: Error) => error.message),
      ),
    )
    expect(outcomes).toHaveLength(2)
    expect(outcomes).toContainEqual(['Q13'])
    expect(outcomes).toContain('accepted')
  })
})

describe('the database compares names as the program does', () => {
  const piece = fc.constantFrom(
    ...[
      '棉花',
      '滴灌',
      '技术研发',
      '技术服务',
      '一期',
      '二期',
      '（示例）',
      '2024年',
      'A',
      'b',
      'II',
      '、',
      ' ',
      '－',
      '·',
      '第3标段',
      'Ｘ',
    ],
  )
  const name = fc.array(piece, { maxLength: 7 }).map((pieces) => pieces.join(''))

  it('in likeness, sameness and series', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(name, name), { minLength: 20, maxLength: 20 }), async (pairs) => {
        const rows = await database.sql<{ likeness: string; same: boolean; differ: boolean }[]>`
          select jishi_likeness(a, b) as likeness, jishi_plain(a) = jishi_plain(b) as same,
            jishi_differ_in_series(a, b) as differ
          from unnest(${pairs.map(([a]) => a)}::text[], ${pairs.map(([, b]) => b)}::text[]) with ordinality as pair (a, b, at)
          order by at`
        for (const [at, [a, b]] of pairs.entries()) {
          expect(Number(rows[at]?.likeness), `${a} | ${b}`).toBeCloseTo(similarity(a, b), 6)
          expect(rows[at]?.same).toBe(normalise(a) === normalise(b))
          expect(rows[at]?.differ, `${a} | ${b}`).toBe(differInSeries(a, b))
        }
      }),
      { numRuns: 25 },
    )
  })
})
