import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { database } from '@/db/client'
import { findContract } from '@/db/queries/contracts'
import { readSettings } from '@/db/queries/reference'
import { inTransaction } from '@/db/transaction'
import type { Actor } from '@/lib/domain/access/actor'
import { may } from '@/lib/domain/access/permissions'
import { type Role, roleNames } from '@/lib/domain/access/roles'
import { type Action, actionNames, decide, type Status, statusNames } from '@/lib/domain/contract/lifecycle'
import { Problem } from '@/lib/domain/problems'
import { contractIn, moveIn, person, registrarOf } from '@/lib/testing/house'
import { attach } from '../attachments/attach'
import { standing } from '../contracts/act'
import { approve } from '../contracts/approve'
import { discard } from '../contracts/discard'
import { dispute } from '../contracts/dispute'
import { refuse } from '../contracts/refuse'
import { returnForCorrection } from '../contracts/return'
import { save } from '../contracts/save'
import { submit } from '../contracts/submit'
import { withdraw } from '../contracts/withdraw'
import { contractPdf } from '../demo/contract-pdf'

/** Each action with input that is right in itself, so that only reach and status can be in the way. */
const acts: Record<Action, (actor: Actor, id: string) => Promise<unknown>> = {
  save: (actor, id) => save(actor, { id, patch: { keywords: '节水' } }),
  attach: (actor, id) =>
    attach(actor, {
      contract: id,
      kind: 'ATT02',
      fileName: '承诺书.pdf',
      bytes: contractPdf('承诺书', [id]),
    }),
  submit: (actor, id) => submit(actor, { id }),
  withdraw: (actor, id) => withdraw(actor, { id }),
  discard: (actor, id) => discard(actor, { id }),
  approve: (actor, id) => approve(actor, { id }),
  return: (actor, id) => returnForCorrection(actor, { id, reasons: [{ code: 'B16', path: 'techField' }] }),
  refuse: (actor, id) => refuse(actor, { id, reason: 'N08', text: '约定内容不属于技术合同认定登记范围。' }),
  dispute: (actor, id) => dispute(actor, { id, text: '技术内容存在争议。' }),
}

const own = registrarOf('D08')
const foreign = registrarOf('D01')
const others: Record<Exclude<Role, 'registrar'>, Actor> = {
  approver: person('approver2'),
  auditor: person('auditor'),
  leader: person('leader'),
  admin: person('admin'),
  security: person('security'),
}
const cast: readonly (readonly [string, Actor])[] = [
  ['registrar of the unit', own],
  ['registrar of another unit', foreign],
  ...roleNames.filter((role) => role !== 'registrar').map((role) => [role, others[role]] as const),
]

beforeAll(moveIn)
afterAll(() => database().close())

describe.each(statusNames)('a contract that is %s', (status: Status) => {
  test.each(cast)('answers a %s as the declared table says, for every action', async (_, actor) => {
    let id = await contractIn(status, own)
    for (const action of actionNames) {
      const expected = await declared(actor, action, id)
      const answer = await outcome(() => acts[action](actor, id))
      expect(`${action}: ${answer}`).toBe(`${action}: ${expected}`)
      if (answer === 'done') id = await contractIn(status, own)
    }
  })
})

/** What the two declarations say: no permission is refused before anything is looked up, then the lifecycle decides. */
async function declared(actor: Actor, action: Action, id: string): Promise<string> {
  if (!may(actor.role, `contract.${action}`)) return 'forbidden'
  return inTransaction(own, async (tx) => {
    const contract = await findContract(tx, own, id)
    if (!contract) throw new Error('The contract was not made')
    const decision = decide(actor, action, standing(contract, await readSettings(tx, '2026-11-01')))
    return decision.ok ? 'done' : decision.refusal.code
  })
}

async function outcome(act: () => Promise<unknown>): Promise<string> {
  try {
    await act()
    return 'done'
  } catch (error) {
    return error instanceof Problem ? error.detail.code : `crash: ${z.instanceof(Error).parse(error).message}`
  }
}
