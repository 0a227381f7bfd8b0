import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { database } from '@/db/client'
import { trail } from '@/db/schema'
import { gate, inTransaction, post, visitor } from '@/db/transaction'
import type { Party } from '@/lib/domain/contract/content'
import { usccCheckCharacter } from '@/lib/domain/organisation/uscc'
import { people } from '@/lib/services/demo/people'
import { moveIn, person, registrarOf } from '@/lib/testing/house'
import { addOrganisation } from './add'
import { correctOrganisation } from './correct'
import { findParties, readOrganisation } from './read'

const office = registrarOf('D08')
const company: Party = {
  name: '绿洲节水有限公司（示例）',
  country: '142',
  code: '91650203MA81K5507N',
  kind: '150',
  ownership: '2',
  region: '652301',
  isCorps: false,
  phone: '0993-2058000',
}

/** A code with its check character. */
const codeOf = (first17: string) => first17 + usccCheckCharacter(first17)

beforeAll(moveIn)
afterAll(() => database().close())

describe('the registry of organisations', () => {
  it('finds an entry by characters of its name, the beginning of its code, or several words; by one character too', async () => {
    const { id } = await addOrganisation(office, { party: company })
    for (const text of ['节水', '91650203', 'ma81k', '有限 绿洲', '绿', '９１６５']) {
      expect(
        (await findParties(office, { text })).map((one) => one.organisation),
        text,
      ).toEqual([id])
    }
    for (const text of ['节 灌', '水节', '%', '_', "'", '园']) {
      expect(await findParties(office, { text }), text).toEqual([])
    }
    expect((await findParties(registrarOf('D01'), { text: '节水' }))[0]).toEqual({
      ...company,
      organisation: id,
    })
  })

  it('takes no second entry under one code, also when two offices add it at once', async () => {
    const results = await Promise.allSettled(
      ['D01', 'D08', 'D12'].map((unit) =>
        addOrganisation(registrarOf(unit), {
          party: { ...company, name: '天山农机有限公司（示例）', code: codeOf('91650100MA77MLNY3') },
        }),
      ),
    )
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected', 'rejected'])
    await expect(addOrganisation(office, { party: company })).rejects.toMatchObject({
      detail: { code: 'check-failed', findings: [{ path: 'party.code' }] },
    })
  })

  it('refuses a wrong code, an unknown place, a missing kind, all at once', async () => {
    const { kind: _, ...party } = { ...company, code: '91650203MA81K5507X', region: '650000' }
    const refused = await addOrganisation(office, { party }).catch((problem) => problem.detail)
    expect(refused.code).toBe('check-failed')
    expect(refused.findings.map(({ path }: { path: string }) => path).sort()).toEqual([
      'party.code',
      'party.kind',
      'party.region',
    ])
  })

  it('leaves before and after of a correction on the trail, personal data masked; a later hand is told', async () => {
    const { id } = await addOrganisation(office, {
      party: { ...company, name: '昆仑种业有限公司（示例）', code: codeOf('91659001MA775CQF9') },
    })
    const entry = await readOrganisation(person('approver'), id)
    if (!entry) throw new Error('the entry is gone')
    const party = { ...entry.details, ownership: '1', phone: '0993-2058001' }
    const seen = entry.updatedAt.toISOString()
    await correctOrganisation(person('approver'), { id, party, seen })
    expect((await readOrganisation(office, id))?.details).toMatchObject({ ownership: '1' })
    await expect(
      correctOrganisation(office, { id, party: { ...party, ownership: '2' }, seen }),
    ).rejects.toMatchObject({ detail: { code: 'conflict' } })
    const rows = await inTransaction(person('security'), (tx) => tx.select().from(trail))
    expect(rows.findLast(({ action }) => action === 'organisation.change')).toMatchObject({
      subject: id,
      details: {
        changed: {
          ownership: { before: '2', after: '1' },
          phone: { before: '***', after: '***' },
        },
      },
    })
  })

  it('is read by everybody who sees contracts and written by offices and approvers alone', async () => {
    for (const username of ['auditor', 'leader', 'admin', 'security']) {
      await expect(addOrganisation(person(username), { party: company })).rejects.toMatchObject({
        detail: { code: 'forbidden' },
      })
    }
    for (const username of ['admin', 'security']) {
      await expect(findParties(person(username), { text: '节水' })).rejects.toMatchObject({
        detail: { code: 'forbidden' },
      })
    }
  })

  it('is searched by each role exactly as far as row-level security lets it read', async () => {
    const sees = new Set<string>()
    for (const who of [...people, gate, visitor, post]) {
      const [row] = await inTransaction(who, (tx) =>
        tx.execute<{ policy: string[]; view: string[] }>(sql`select
          (select coalesce(array_agg(id::text order by id), '{}') from organisation) as policy,
          (select coalesce(array_agg(id::text order by id), '{}') from organisation_in_reach) as view`),
      )
      expect(row?.view, who.role).toEqual(row?.policy)
      if (row?.view.length) sees.add(who.role)
    }
    expect([...sees].sort()).toEqual(['approver', 'auditor', 'leader', 'registrar'])
  })
})
