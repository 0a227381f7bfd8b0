import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { database } from '@/db/client'
import type { Actor } from '@/lib/domain/access/actor'
import { person } from '@/lib/testing/house'
import { verifyLedger } from '../ledger/verify'
import { ask } from '../requests/ask'
import { grant } from '../requests/grant'
import { readStatement, readStatements } from '../statement/read'
import { signStatement } from '../statement/sign'
import {
  approver,
  auditor,
  codeOf,
  file,
  foreign,
  kept,
  leader,
  month,
  own,
  registerMonth,
  today,
} from './testing/month'

let ids: string[] = []

beforeAll(async () => {
  ids = await registerMonth()
}, 60_000)
afterAll(() => database().close())

describe('a monthly statement', () => {
  const statement = async (actor: Actor = own) => {
    const found = await readStatement(actor, 'D08', month)
    if (!found) throw new Error('none')
    return found
  }

  test('says the same to the office, the centre and leadership, and is nobody else’s', async () => {
    const { hash, content } = await statement()
    expect(content.figures).toMatchObject({
      contracts: '3',
      turnover: String(ids.reduce((sum, one) => sum + (kept.get(one)?.content.turnover ?? 0n), 0n)),
      'act.approve': '3',
    })
    for (const actor of [approver, auditor, leader]) expect((await statement(actor)).hash).toBe(hash)
    expect(await codeOf(readStatement(foreign, 'D08', month))).toBe('not-found')
    expect(await codeOf(readStatement(person('admin'), 'D08', month))).toBe('forbidden')
    const year = Number(month.slice(0, 4))
    expect((await readStatements(foreign, year)).units.map(({ code }) => code)).toEqual(['D01'])
    expect((await readStatements(leader, year)).units).toHaveLength(18)
  })

  test('is signed over what was seen; a later change shows the signature broken, and what moved', async () => {
    const { hash } = await statement()
    expect(await codeOf(signStatement(own, { month, hash: hash.replace(/./g, '0') }))).toBe('figures-moved')
    expect(await codeOf(signStatement(approver, { month, hash }))).toBe('forbidden')
    expect(await codeOf(signStatement(own, { month: today.slice(0, 7), hash }))).toBe('invalid-input')
    await signStatement(own, { month, hash })
    expect(await statement(leader)).toMatchObject({
      state: 'signed',
      signature: { signedBy: own.name, hash },
    })
    expect(await codeOf(signStatement(own, { month, hash }))).toBe('invalid-input')

    const [a = ''] = ids
    const { id } = await ask(own, {
      id: a,
      kind: 'correct',
      patch: { turnover: '1000.00', technology: '900.00' },
      reason: 'C01',
      text: '金额录入有误。',
    })
    await grant(approver, { id })
    const broken = await statement(approver)
    expect(broken.state).toBe('broken')
    const moved = new Map(broken.moved?.figures.map(({ line, before, after }) => [line.id, [before, after]]))
    expect([...moved.keys()]).toEqual([
      'turnover',
      'technology',
      'type.1.turnover',
      'type.1.technology',
      ...(month === today.slice(0, 7) ? ['act.correct'] : []),
    ])
    await signStatement(own, { month, hash: broken.hash })
    expect((await statement()).state).toBe('signed')
    expect(await verifyLedger(auditor)).toMatchObject({ sound: true })
  })

  test('is a file with typed cells, for a month and for the year', async () => {
    const { content } = await statement()
    expect(await file('statement', { unit: 'D08', month })).toContain(
      `登记合同数,${content.figures.contracts}\r\n`,
    )
    const year = (await file('statements', { year: month.slice(0, 4) })).trimEnd().split('\r\n')
    expect(year.slice(1).every((line) => line.startsWith('八师,'))).toBe(true)
  })
})
