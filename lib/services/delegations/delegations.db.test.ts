import postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { database } from '@/db/client'
import { atTime } from '@/db/clock'
import { appUrl, ownerUrl } from '@/db/testing/database'
import type { Actor } from '@/lib/domain/access/actor'
import { asNow, colleague } from '@/lib/testing/colleagues'
import { contractIn, moveIn, person, registrarOf } from '@/lib/testing/house'
import { submit } from '../contracts/submit'
import { viewContract } from '../contracts/view'
import { verifyLedger } from '../ledger/verify'
import { markNoticesRead } from '../notices/mark'
import { disableAccount } from '../people/disable-account'
import { grant } from '../requests/grant'
import { takeBack } from '../requests/take-back'
import { handOver, nameDeputy } from './make'
import { readDelegations } from './read'
import { revoke } from './revoke'
import {
  admin,
  approver,
  auditor,
  code,
  correction,
  day,
  during,
  own,
  second,
  today,
  told,
} from './testing/standing-in'

const owner = postgres(ownerUrl(), { max: 1, onnotice: () => {} })
const app = postgres(appUrl(), { max: 1, onnotice: () => {} })
let mate: Actor

beforeAll(async () => {
  await moveIn()
  mate = await colleague('mate.d08')
})

afterAll(() => Promise.all([owner.end(), app.end(), database().close()]))

describe('naming a deputy', () => {
  test('is for oneself, or the administrator’s; of the same role and office, from today on', async () => {
    const span = { from: today, until: day(3) }
    expect(await code(nameDeputy(own, { principal: mate.id, deputy: own.id, ...span }))).toBe('forbidden')
    expect(await code(nameDeputy(person('leader'), { deputy: approver.id, ...span }))).toBe('forbidden')
    for (const wrong of [registrarOf('D01'), approver, admin]) {
      expect(await code(nameDeputy(own, { deputy: wrong.id, ...span })), wrong.username).toBe('not-of-office')
    }
    expect(await code(nameDeputy(own, { deputy: own.id, ...span }))).toBe('same-person')
    expect(await code(nameDeputy(own, { deputy: mate.id, from: day(-1), until: today }))).toBe('from-today')
    expect(await code(nameDeputy(own, { deputy: mate.id, from: day(2), until: day(1) }))).toBe('order')
    expect(await code(nameDeputy(own, { deputy: '', ...span }))).toBe('required')
    const { id } = await nameDeputy(admin, { principal: own.id, deputy: mate.id, ...span })
    expect(await told(mate, id)).toMatchObject([{ kind: 'delegation.named', params: { person: own.name } }])
    await revoke(own, { id })
    expect((await told(mate, id)).map(({ kind }) => kind)).toEqual(['delegation.revoked'])
    expect(await code(revoke(own, { id }))).toBe('not-found')
  })

  test('goes to one at a time and in no circle', async () => {
    const third = await colleague('third.d08')
    const { id } = await nameDeputy(own, { deputy: mate.id, from: day(1), until: day(5) })
    expect(await code(nameDeputy(own, { deputy: third.id, from: day(5), until: day(9) }))).toBe('overlap')
    expect(await code(nameDeputy(mate, { deputy: own.id, from: day(3), until: day(8) }))).toBe('circle')
    const next = await nameDeputy(mate, { deputy: third.id, from: day(4), until: day(5) })
    expect(await code(nameDeputy(third, { deputy: own.id, from: day(5), until: day(5) }))).toBe('circle')
    expect(await code(revoke(third, { id: next.id })), 'the deputy can’t end it').toBe('not-found')
    await revoke(admin, { id })
    await revoke(mate, { id: next.id })
  })

  test('holds from its first day to its last, over several steps, and ends by itself', async () => {
    const third = await colleague('step.d08')
    const one = await nameDeputy(own, { deputy: mate.id, from: day(20), until: day(22) })
    const two = await nameDeputy(mate, { deputy: third.id, from: day(21), until: day(25) })
    const principals = async (who: Actor, at: string) => {
      const then = await atTime(new Date(`${at}T04:00:00Z`), () => asNow(who))
      return (then.standsFor ?? []).map(({ id }) => id).sort()
    }
    expect(await principals(mate, day(19))).toEqual([])
    expect(await principals(mate, day(20))).toEqual([own.id])
    expect(await principals(third, day(20))).toEqual([])
    expect(await principals(third, day(22))).toEqual([own.id, mate.id].sort())
    expect(await principals(third, day(23))).toEqual([mate.id])
    expect(await principals(third, day(26))).toEqual([])
    await revoke(own, { id: one.id })
    await revoke(mate, { id: two.id })
  })
})

describe('a deputy', () => {
  test('is told what the other is told, marked as theirs, and reads it for themselves', async () => {
    const id = await contractIn('registered', own)
    const asked = await correction(own, id, '03')
    await grant(second, { id: asked.id })
    expect(await told(mate, asked.id)).toEqual([])
    await during(own, mate, async (deputy) => {
      const [notice] = await told(deputy, asked.id)
      expect(notice).toMatchObject({ kind: 'request.granted', standsFor: own.name })
      await markNoticesRead(deputy, { ids: [notice?.id] })
      expect(await told(deputy, asked.id)).toEqual([])
      expect(await told(own, asked.id)).toHaveLength(1)
    })
  })

  test('acts in their own name, for the other by name, in the ledger and on the trail; the ledger holds', async () => {
    const id = await contractIn('returned', own)
    const mine = await contractIn('draft', mate)
    await during(own, mate, async (deputy) => {
      await submit(deputy, { id })
      await submit(deputy, { id: mine })
    })
    const said = async (contract: string) =>
      (await viewContract(own, contract))?.history.filter(({ act }) => act === 'submit').at(-1)
    expect(await said(id)).toMatchObject({ by: mate.name, said: { standsFor: [own.name] } })
    expect((await said(mine))?.said.standsFor, 'their own work is their own').toBeUndefined()
    const [row] = await owner`select details from trail where subject = ${id} and action = 'contract.submit'
      order by id desc limit 1`
    expect(row?.details.standsFor).toEqual([own.name])
    expect((await verifyLedger(auditor)).faults).toEqual([])
  })

  test('takes back what the other asked, and no longer once it is over', async () => {
    const id = await contractIn('registered', own)
    const asked = await correction(own, id, '03')
    expect(await code(takeBack(mate, { id: asked.id }))).toBe('others-request')
    await during(own, mate, async (deputy) => {
      await takeBack(deputy, { id: asked.id })
    })
    const again = await correction(own, id, '03')
    expect(await code(takeBack(await asNow(mate), { id: again.id }))).toBe('others-request')
  })
})

describe('a hand-over', () => {
  test('passes what a registrar has in hand to another of the office, for good, with its trail', async () => {
    const leaver = await colleague('leaver.d08')
    await contractIn('draft', leaver)
    await contractIn('returned', leaver)
    const registered = await contractIn('registered', leaver)
    const asked = await correction(leaver, registered, '03')
    expect((await readDelegations(admin, leaver.id)).inHand).toEqual({
      drafts: 1,
      returned: 1,
      requests: 1,
      imports: 0,
    })
    const given = { principal: leaver.id, deputy: own.id }
    expect(await code(handOver(registrarOf('D01'), given))).toBe('not-found')
    expect(await code(handOver(approver, given))).toBe('forbidden')
    await disableAccount(admin, { id: leaver.id })
    const { id } = await handOver(own, given)
    const receiver = await asNow(own)
    expect(receiver.standsFor).toEqual([{ id: leaver.id, name: leaver.name }])
    expect(await told(receiver, id)).toMatchObject([
      {
        kind: 'delegation.handed-over',
        params: { person: leaver.name, drafts: 1, returned: 1, requests: 1 },
      },
    ])
    const [row] = await owner`select actor, details from trail where action = 'delegation.hand-over'`
    expect(row).toMatchObject({
      actor: own.id,
      details: { principal: leaver.username, deputy: own.username, drafts: 1, returned: 1, requests: 1 },
    })
    await takeBack(receiver, { id: asked.id })
    expect(await told(receiver, asked.id)).toEqual([])
    await revoke(admin, { id })
    expect((await asNow(own)).standsFor).toBeUndefined()
  })

  test('ends with the office: whoever moves elsewhere takes nothing along', async () => {
    const mover = await colleague('mover.d08')
    const { id } = await handOver(admin, { principal: mover.id, deputy: own.id })
    expect((await asNow(own)).standsFor).toHaveLength(1)
    await owner`update account set unit = 'D09' where id = ${mover.id}`
    expect((await asNow(own)).standsFor).toBeUndefined()
    await revoke(admin, { id })
  })
})

test('the database itself refuses a delegation that the rules refuse, and shows it to those concerned alone', async () => {
  const make =
    (who: Actor, change: Record<string, unknown> = {}) =>
    async () => {
      let outcome: unknown = 'done'
      await app
        .begin(async (tx) => {
          await tx`select set_config('app.actor', ${who.id}, true), set_config('app.role', ${who.role}, true),
          set_config('app.unit', ${who.unit ?? ''}, true)`
          const row = {
            id: '0193d0c0-0000-7000-8000-0000000000ff',
            principal: own.id,
            deputy: mate.id,
            kind: 'leave',
            from_day: today,
            until_day: day(1),
            made_by: who.id,
            ...change,
          }
          await tx`insert into delegation ${tx(row)}`
          throw new Error('rolled back')
        })
        .catch((error) => {
          if (error.message !== 'rolled back') outcome = 'refused'
        })
      return outcome
    }
  expect(await make(own)()).toBe('done')
  expect(await make(admin)()).toBe('done')
  expect(await make(mate)()).toBe('refused')
  expect(await make(mate, { kind: 'hand-over', until_day: null })()).toBe('done')
  expect(await make(registrarOf('D01'), { kind: 'hand-over', until_day: null })()).toBe('refused')
  expect(await make(own, { made_by: mate.id })()).toBe('refused')
  expect(await make(own, { deputy: registrarOf('D01').id })()).toBe('refused')
  expect(await make(own, { from_day: day(-1) })()).toBe('refused')
  expect(await make(approver, { principal: approver.id })()).toBe('refused')

  const { id } = await nameDeputy(approver, { deputy: second.id, from: day(30), until: day(31) })
  for (const who of [approver, second, admin, auditor, own, person('leader'), person('security')]) {
    const [row] = await app.begin(async (tx) => {
      await tx`select set_config('app.actor', ${who.id}, true), set_config('app.role', ${who.role}, true),
        set_config('app.unit', ${who.unit ?? ''}, true)`
      return tx`select count(*)::integer as seen from delegation where id = ${id}`
    })
    expect(row?.seen, who.username).toBe([approver, second, admin].includes(who) ? 1 : 0)
  }
})
