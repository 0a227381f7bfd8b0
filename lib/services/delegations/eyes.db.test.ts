import postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { database } from '@/db/client'
import { appUrl, ownerUrl } from '@/db/testing/database'
import type { Actor } from '@/lib/domain/access/actor'
import { asNow, colleague } from '@/lib/testing/colleagues'
import { contractIn, moveIn } from '@/lib/testing/house'
import { approve } from '../contracts/approve'
import { returnForCorrection } from '../contracts/return'
import { grant } from '../requests/grant'
import { approver, code, correction, during, own, second } from './testing/standing-in'

const owner = postgres(ownerUrl(), { max: 1, onnotice: () => {} })
const app = postgres(appUrl(), { max: 1, onnotice: () => {} })

beforeAll(moveIn)
afterAll(() => Promise.all([owner.end(), app.end(), database().close()]))

describe('four eyes look through a delegation', () => {
  /** Past the verbs: the update itself, as the application's role. */
  async function forced(who: Actor, statement: (tx: postgres.TransactionSql) => Promise<unknown>) {
    let outcome = 'done'
    await app
      .begin(async (tx) => {
        await tx`select set_config('app.actor', ${who.id}, true), set_config('app.role', ${who.role}, true),
          set_config('app.unit', '', true)`
        await statement(tx)
        throw new Error('rolled back')
      })
      .catch((error) => {
        if (error.message !== 'rolled back') outcome = error.message
      })
    return outcome
  }

  test('the deputy of the first approver is no second one, by the verb and by the database', async () => {
    const id = await contractIn('endorsed', own)
    const register = (who: Actor) =>
      forced(
        who,
        (
          tx,
        ) => tx`update contract set status = 'registered', decided_by = ${who.id}, number = '2026660008999998',
          year = 2026, registered_on = '2026-11-01', posting = 1 where id = ${id}`,
      )
    expect(await register(second)).toBe('done')
    await during(approver, second, async (deputy) => {
      expect(await code(approve(deputy, { id }))).toBe('stands-for')
      expect(await code(approve(second, { id })), 'an actor who does not say so').not.toBe('done')
      expect(await register(second)).toMatch(/deputy/)
      const back = { id, reasons: [{ code: 'B16', path: 'techField' }] }
      expect(await code(returnForCorrection(deputy, back)), 'a return needs no second').toBe('done')
    })
  })

  test('nor does a deputy grant what the other endorsed', async () => {
    const large = { turnover: 800_000_000n, technology: 600_000_000n }
    const id = await contractIn('endorsed', own, large)
    await approve(second, { id })
    const asked = await correction(own, id, '03')
    expect(await grant(approver, { id: asked.id })).toEqual({ status: 'endorsed' })
    await during(approver, second, async (deputy) => {
      expect(await code(grant(deputy, { id: asked.id }))).toBe('stands-for')
      expect(await code(grant(second, { id: asked.id }))).not.toBe('done')
    })
    expect(await grant(second, { id: asked.id })).toEqual({ status: 'granted' })
  })

  test('nor what the other entered before they changed their role', async () => {
    const [moved, deputy] = [await colleague('moved.d08'), await colleague('deputy.c', 'approver')]
    const id = await contractIn('submitted', moved)
    await owner`update account set role = 'approver', unit = null where id = ${moved.id}`
    const now = await asNow(moved)
    expect(await code(approve(now, { id }))).toBe('own-contract')
    await during(now, deputy, async (standing) => {
      expect(await code(approve(standing, { id }))).toBe('stands-for')
      const force = await forced(
        standing,
        (tx) => tx`update contract set status = 'refused', decided_by = ${standing.id} where id = ${id}`,
      )
      expect(force).toMatch(/deputy/)
    })
    expect((await approve(deputy, { id })).status).toBe('registered')
  })
})
