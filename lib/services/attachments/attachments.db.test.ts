import postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { database } from '@/db/client'
import { atTime } from '@/db/clock'
import { appUrl, ownerUrl } from '@/db/testing/database'
import type { Actor } from '@/lib/domain/access/actor'
import { may } from '@/lib/domain/access/permissions'
import { sees, statusNames } from '@/lib/domain/contract/lifecycle'
import { contractIn, entered, moveIn, person } from '@/lib/testing/house'
import { returnForCorrection } from '../contracts/return'
import { save } from '../contracts/save'
import { submit } from '../contracts/submit'
import { attach } from './attach'
import { detach } from './detach'
import { openAttachment, readAttachments } from './read'
import { another, cast, code, first, foreign, own } from './testing/files'

let owner: postgres.Sql

beforeAll(async () => {
  await moveIn()
  owner = postgres(ownerUrl(), { max: 2 })
})

afterAll(() => Promise.all([owner.end(), database().close()]))

describe.each(statusNames)('the file of a contract that is %s', (status) => {
  it('is there for just those who see the contract, and can be changed only while it is edited', async () => {
    const contract = await contractIn(status, own)
    const { id } = await first(contract)
    for (const actor of cast) {
      const seen = sees(actor, { status, unit: 'D08' })
      const expected = !may(actor.role, 'contract.read') ? 'forbidden' : seen ? 'done' : 'not-found'
      expect(await code(() => openAttachment(actor, { contract, id }))).toBe(expected)
      expect(await code(() => readAttachments(actor, { contract }))).toBe(expected)
      const edits =
        actor.role !== 'registrar'
          ? 'forbidden'
          : !seen
            ? 'not-found'
            : status === 'draft' || status === 'returned'
              ? 'done'
              : 'wrong-status'
      const upload = { contract, kind: 'ATT02', fileName: '承诺书.pdf', bytes: another() }
      expect(await code(() => attach(actor, upload))).toBe(edits)
    }
    // A contract of one's own does not open the door to another's file.
    const mine = await entered(foreign)
    expect(await code(() => openAttachment(foreign, { contract: mine, id }))).toBe('not-found')
    const edited = status === 'draft' || status === 'returned'
    expect(await code(() => detach(foreign, { contract, id }))).toBe('not-found')
    expect(await code(() => detach(own, { contract, id }))).toBe(edited ? 'done' : 'wrong-status')
  })
})

it('after submission the database itself lets no file come, change or go', async () => {
  const contract = await contractIn('submitted', own)
  const { id, sha256 } = await first(contract)
  const app = postgres(appUrl(), { max: 1 })
  const attempts = [
    (tx: postgres.TransactionSql) => tx`update attachment set removed_at = now() where id = ${id}`,
    (tx: postgres.TransactionSql) => tx`update attachment set sha256 = ${'0'.repeat(64)} where id = ${id}`,
    (tx: postgres.TransactionSql) => tx`delete from attachment where id = ${id}`,
    (
      tx: postgres.TransactionSql,
    ) => tx`insert into attachment (id, contract, kind, file_name, media_type, size, sha256, added_by)
      values (gen_random_uuid(), ${contract}, 'ATT02', 'x.pdf', 'application/pdf', 1, ${sha256}, ${own.id})`,
  ]
  for (const attempt of attempts) {
    const sent = app.begin(async (tx) => {
      await tx`select set_config('app.actor', ${own.id}, true), set_config('app.role', 'registrar', true),
        set_config('app.unit', 'D08', true)`
      await attempt(tx)
    })
    await expect(sent).rejects.toThrow(/attachment|permission denied/)
  }
  await app.end()
})

it('a submission puts its files on the ledger by their fingerprints', async () => {
  const contract = await entered(own)
  const kept = await attach(own, { contract, kind: 'ATT02', fileName: '承诺书.pdf', bytes: another() })
  const gone = await attach(own, { contract, kind: 'ATT13', fileName: '预算.pdf', bytes: another() })
  await detach(own, { contract, id: gone.id })
  await submit(own, { id: contract })
  const [event] =
    await owner`select details from contract_event where contract = ${contract} and action = 'submit'`
  const text = await first(contract)
  expect(event?.details.attachments).toEqual(
    [text, kept].map(({ id, kind, sha256 }) => ({ id, kind, sha256 })).sort((a, b) => (a.id < b.id ? -1 : 1)),
  )
})

it('a file taken off is gone, unless it was once submitted: then it is part of what was decided on', async () => {
  const approver = person('approver')
  const contract = await entered(own)
  const never = await attach(own, { contract, kind: 'ATT13', fileName: '错的.pdf', bytes: another() })
  await detach(own, { contract, id: never.id })
  const old = await first(contract)
  await submit(own, { id: contract })
  await returnForCorrection(approver, { id: contract, reasons: [{ code: 'B01', path: 'ATT01' }] })
  await detach(own, { contract, id: old.id })
  expect(await code(() => detach(own, { contract, id: old.id }))).toBe('not-found')
  expect(await readAttachments(own, { contract })).toEqual([])
  expect(await code(() => openAttachment(approver, { contract, id: old.id }))).toBe('done')
  expect(await code(() => openAttachment(own, { contract, id: never.id }))).toBe('not-found')
})

describe('the same file on another contract', () => {
  it('is told by name within one’s reach, and beyond it as a number alone', async () => {
    const bytes = another()
    const give = async (registrar: Actor, kind: string) => {
      const contract = await entered(registrar)
      await attach(registrar, { contract, kind, fileName: 'x.pdf', bytes })
      return contract
    }
    const [mine, sister, theirs] = [
      await give(own, 'ATT02'),
      await give(own, 'ATT02'),
      await give(foreign, 'ATT02'),
    ]
    const found = (await readAttachments(own, { contract: mine })).find(({ kind }) => kind === 'ATT02')
    expect(found?.alsoOn.map(({ id }) => id)).toEqual([sister])
    expect(found?.alsoElsewhere).toBe(1)
    const said = JSON.stringify(found)
    expect(said).not.toContain(theirs)
    const refusal = await submit(own, { id: mine }).catch((error) => error)
    expect(refusal.detail).toMatchObject({
      code: 'check-failed',
      findings: expect.arrayContaining([expect.objectContaining({ rule: 'Q15', path: 'ATT02' })]),
    })
    await save(own, { id: mine, explanations: { Q15: '同一承诺书适用于两份合同。' } })
    await submit(own, { id: mine })
    const seen = (await readAttachments(person('approver'), { contract: mine })).find(
      ({ kind }) => kind === 'ATT02',
    )
    // The other two are drafts, which the centre does not see either.
    expect([seen?.alsoOn, seen?.alsoElsewhere]).toEqual([[], 2])
  })

  it('is nothing to speak of for papers that are rightly handed in again', async () => {
    const bytes = another()
    for (const registrar of [own, foreign]) {
      const contract = await entered(registrar)
      await attach(registrar, { contract, kind: 'ATT03', fileName: '营业执照.pdf', bytes })
      const found = (await readAttachments(registrar, { contract })).find(({ kind }) => kind === 'ATT03')
      expect([found?.alsoOn, found?.alsoElsewhere]).toEqual([[], 0])
    }
  })

  it('can’t be asked about a contract outside one’s reach', async () => {
    const bytes = another()
    const one = await entered(own)
    await attach(own, { contract: one, kind: 'ATT02', fileName: 'x.pdf', bytes })
    await attach(own, { contract: await entered(own), kind: 'ATT02', fileName: 'x.pdf', bytes })
    const app = postgres(appUrl(), { max: 1 })
    const counted = async (actor: Actor) =>
      app.begin(async (tx) => {
        await tx`select set_config('app.actor', ${actor.id}, true), set_config('app.role', ${actor.role}, true),
          set_config('app.unit', ${actor.unit ?? ''}, true)`
        return (await tx`select from jishi_same_file_elsewhere(${one})`).count
      })
    expect(await counted(own)).toBe(1)
    for (const actor of cast.filter((actor) => actor !== own)) expect(await counted(actor)).toBe(0)
    await app.end()
  })
})

it('reading is on the trail once for a person, a file and a quarter of an hour', async () => {
  const contract = await contractIn('submitted', own)
  const { id } = await first(contract)
  const start = new Date('2026-03-02T02:00:00Z')
  const later = (minutes: number) => new Date(start.getTime() + minutes * 60_000)
  const read = (actor: Actor, at: Date) => atTime(at, () => openAttachment(actor, { contract, id }))
  const [one, two] = [person('approver'), person('approver2')]
  await Promise.all(Array.from({ length: 8 }, () => read(one, start)))
  await read(one, later(14))
  await read(two, later(14))
  await read(one, later(16))
  const rows = await owner`select actor from trail where action = 'file.read' and subject = ${id} order by id`
  expect(rows.map(({ actor }) => actor)).toEqual([one.id, two.id, one.id])
})
