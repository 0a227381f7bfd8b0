import postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { database } from '@/db/client'
import { ownerUrl } from '@/db/testing/database'
import { reach } from '@/db/testing/past-verbs'
import type { Actor } from '@/lib/domain/access/actor'
import { may } from '@/lib/domain/access/permissions'
import { roleNames } from '@/lib/domain/access/roles'
import { shanghaiDate } from '@/lib/domain/time/dates'
import {
  decideRecord,
  type RecordAction,
  recordActionNames,
  recordStatusNames,
  recordTransitions,
  seesRecord,
} from '@/lib/domain/work-records/lifecycle'
import { asNow, colleague } from '@/lib/testing/colleagues'
import { moveIn, person, registrarOf } from '@/lib/testing/house'
import { nameDeputy } from '../delegations/make'
import { revoke } from '../delegations/revoke'
import { confirmRecords } from './confirm'
import { correctRecord } from './correct'
import { discardRecord } from './discard'
import { returnRecord } from './return'
import { saveRecord } from './save'
import { submitRecords } from './submit'
import { answer, approver, auditor, content, entered, foreign, own, recordIn } from './testing/records'
import { viewRecord } from './view'
import { withdrawRecord } from './withdraw'

const acts: Record<RecordAction, (actor: Actor, id: string) => Promise<unknown>> = {
  save: (actor, id) => saveRecord(actor, { kind: 'trainings', id, content: content() }),
  submit: (actor, id) => submitRecords(actor, { ids: [id] }),
  discard: (actor, id) => discardRecord(actor, { id }),
  confirm: (actor, id) => confirmRecords(actor, { ids: [id] }),
  return: (actor, id) => returnRecord(actor, { id, reason: '请补充人次。' }),
  correct: (actor, id) => correctRecord(actor, { id, reason: '人次录入有误。' }),
  withdraw: (actor, id) => withdrawRecord(actor, { id, reason: '重复录入。' }),
}

const owner = postgres(ownerUrl(), { max: 1, onnotice: () => {} })

beforeAll(moveIn, 60_000)
afterAll(() => Promise.all([owner.end(), database().close()]))

const cast: readonly (readonly [string, Actor])[] = [
  ['registrar of the unit', own],
  ['registrar of another unit', foreign],
  ...roleNames
    .filter((role) => role !== 'registrar')
    .map((role) => [role, person(role === 'approver' ? 'approver2' : role)] as const),
]

describe.each(recordStatusNames)('a record that is %s', (status) => {
  test.each(cast)('answers a %s as the lifecycle says, for every act', async (_, actor) => {
    let id = await recordIn(status)
    const standing = {
      status,
      unit: 'D08',
      enteredBy: own.id,
      editedBy: own.id,
      counts: status === 'confirmed',
    }
    for (const action of recordActionNames) {
      const permission = ['confirm', 'return', 'withdraw'].includes(action) ? 'work.confirm' : 'work.write'
      const decision = decideRecord(actor, action, standing)
      const expected = !may(actor.role, permission)
        ? 'forbidden'
        : decision.ok
          ? 'done'
          : decision.refusal.code
      const said = await answer(() => acts[action](actor, id))
      expect(`${action}: ${said}`).toBe(`${action}: ${expected}`)
      if (said === 'done') id = await recordIn(status)
    }
    expect((await viewRecordOrNone(actor, id)) !== null).toBe(seesRecord(actor, standing))
  })
})

const viewRecordOrNone = (actor: Actor, id: string) =>
  may(actor.role, 'work.read') ? viewRecord(actor, 'trainings', id) : Promise.resolve(null)

describe('the second wall', () => {
  test.each(cast)('shows a %s what the lifecycle says, and lets pass its ways alone', async (_, actor) => {
    for (const status of recordStatusNames) {
      const id = await recordIn(status)
      const standing = {
        status,
        unit: 'D08',
        enteredBy: own.id,
        editedBy: own.id,
        counts: status === 'confirmed',
      }
      const seen = seesRecord(actor, standing) ? 1 : 0
      expect(await reach(actor, (tx) => tx`select from work_record where id = ${id}`)).toBe(seen)
      for (const after of recordStatusNames) {
        const declared = recordActionNames.some(
          (action) => recordTransitions[status][action] === after && decideRecord(actor, action, standing).ok,
        )
        const moved = await reach(
          actor,
          (tx) => tx`update work_record set status = ${after}, reason = '重复录入',
            counted = case when ${after} = 'confirmed' then content when ${after} = 'withdrawn' then null else counted end,
            counted_year = case when ${after} = 'confirmed' then year when ${after} = 'withdrawn' then null else counted_year end,
            decided_by = ${actor.id} where id = ${id}`,
        )
        expect(`${status} → ${after}: ${moved === 1}`).toBe(`${status} → ${after}: ${declared}`)
      }
    }
  })

  test('keeps a deputy from confirming what the one they stand in for entered before they changed their desk', async () => {
    const [moved, deputy] = [await colleague('moved.records'), await colleague('deputy.records', 'approver')]
    const id = await recordIn('submitted', moved)
    await owner`update account set role = 'approver', unit = null where id = ${moved.id}`
    const confirming = (actor: Actor) =>
      reach(
        actor,
        (tx) => tx`update work_record set status = 'confirmed', counted = content, counted_year = year,
          decided_by = ${actor.id} where id = ${id}`,
      )
    expect(await confirming(deputy)).toBe(1)
    const today = shanghaiDate(new Date())
    const { id: leave } = await nameDeputy(await asNow(moved), {
      deputy: deputy.id,
      from: today,
      until: today,
    })
    expect(await confirming(deputy)).toBe('refused')
    expect(await answer(async () => confirmRecords(await asNow(deputy), { ids: [id] }))).toBe('stands-for')
    expect(await confirming(approver)).toBe(1)
    await revoke(await asNow(moved), { id: leave })
    expect(await confirming(deputy)).toBe(1)
  })

  test('keeps four eyes, versions and what counts from everybody', async () => {
    // Whoever entered it may have become an approver since.
    const id = await recordIn('submitted')
    const turned: Actor = { ...own, role: 'approver', unit: null }
    expect(await answer(() => confirmRecords(turned, { ids: [id] }))).toBe('own-record')
    const confirming = (actor: Actor) =>
      reach(
        actor,
        (tx) => tx`update work_record set status = 'confirmed', counted = content, counted_year = year,
          decided_by = ${actor.id} where id = ${id}`,
      )
    expect([await confirming(turned), await confirming(approver)]).toEqual(['refused', 1])
    const confirmed = await recordIn('confirmed')
    expect(await reach(own, (tx) => tx`update work_record set counted = '{}' where id = ${confirmed}`)).toBe(
      'refused',
    )
    expect(await reach(approver, (tx) => tx`update work_record_version set counted = null`)).toBe('refused')
    expect(await reach(own, (tx) => tx`delete from work_record where id = ${confirmed}`)).toBe('refused')
    expect(
      await reach(
        own,
        (
          tx,
        ) => tx`insert into work_record_version (record, kind, unit, seq, action, status_after, content, counted, counted_year, actor)
          select id, kind, unit, 99, 'confirm', 'confirmed', '{}', '{}', 2020, ${own.id} from work_record where id = ${confirmed}`,
      ),
    ).toBe('refused')
    expect(await reach({ role: '' }, (tx) => tx`select from work_record`)).toBe(0)
  })
})

describe('entering', () => {
  test('a record a second time, of the same unit, leads to the first', async () => {
    const id = await entered(own, { title: '同一个培训' })
    await expect(entered(own, { title: ' 同一个 培训' })).rejects.toMatchObject({
      detail: { code: 'record-exists', id },
    })
    await entered(foreign, { title: '同一个培训' })
    await discardRecord(own, { id })
    await entered(own, { title: '同一个培训' })
  })

  test('keeps nothing classified, hands in nothing incomplete, and takes no other register than one’s own', async () => {
    expect(await answer(() => entered(own, { isSecret: true }, 'achievements'))).toBe('state-secret')
    const id = await entered(own, { organiser: null as never }).catch(() => null)
    expect(id).toBeNull()
    const { id: empty } = await saveRecord(own, { kind: 'events', content: { name: '路演活动' } })
    await expect(submitRecords(own, { ids: [empty] })).rejects.toMatchObject({
      detail: { code: 'check-failed' },
    })
    expect(await answer(() => entered(registrarOf('U01'), {}, 'policies'))).toBe('invalid-input')
    expect(await answer(() => entered(own, {}, 'platform'))).toBe('invalid-input')
    expect(await answer(() => entered(auditor, {}, 'platform'))).toBe('done')
  })

  test('of an older revision is refused, so that nobody’s words are lost', async () => {
    const { id, revision } = await saveRecord(own, { kind: 'trainings', content: content() })
    await saveRecord(own, { kind: 'trainings', id, revision, content: content() })
    expect(await answer(() => saveRecord(own, { kind: 'trainings', id, revision, content: content() }))).toBe(
      'conflict',
    )
  })

  test('several at once are all handed in and confirmed, or none', async () => {
    const ids = [await entered(), await entered()]
    await submitRecords(own, { ids })
    const draft = await entered()
    expect(await answer(() => confirmRecords(approver, { ids: [...ids, draft] }))).toBe('not-found')
    expect((await viewRecord(own, 'trainings', ids[0] ?? ''))?.status).toBe('submitted')
    expect(await confirmRecords(approver, { ids })).toEqual({ records: 2 })
  })
})
