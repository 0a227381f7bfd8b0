import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { database } from '@/db/client'
import type { Actor } from '@/lib/domain/access/actor'
import { codeList } from '@/lib/domain/contract/code-lists'
import type { Content } from '@/lib/domain/contract/content'
import { contractIn, entered, moveIn, person, registrarOf } from '@/lib/testing/house'
import { approve } from './approve'
import { discardSecret } from './discard-secret'
import { readEffects } from './effects'
import { openEntry } from './open'
import { save } from './save'
import { submit } from './submit'
import { viewContract } from './view'

beforeAll(moveIn)
afterAll(() => database().close())

const effectsFor = async (actor: Actor, id: string) => {
  const effects = await readEffects(actor, id)
  if (!effects) throw new Error('out of reach')
  return effects
}
const code = (list: Parameters<typeof codeList>[0]) =>
  fc.constantFrom(...codeList(list).flatMap(({ code: one, parent }) => (parent === undefined ? [one] : [])))

describe('which figures move', () => {
  it('is told before approval exactly as it comes true', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.record({
          unit: fc.constantFrom('D08', 'D01', 'U01'),
          techField: fc.constantFrom('01', '03', '09', '11'),
          goal: code('socioGoal'),
          wan: fc.integer({ min: 1, max: 400 }),
          corps: fc.boolean(),
        }),
        async ({ unit, techField, goal, wan, corps }) => {
          const office = registrarOf(unit)
          const amount = BigInt(wan) * 1_000_000n
          const changes: Content = { techField, goal, turnover: amount, technology: amount }
          const id = await entered(office, changes)
          if (!corps) {
            await save(office, {
              id,
              patch: {
                buyer: {
                  name: '绿洲节水有限公司（示例）',
                  country: '142',
                  code: '91650203MA81K5507N',
                  kind: '150',
                  ownership: '2',
                  region: '652301',
                  isCorps: false,
                },
              },
            })
          }
          const own = await effectsFor(office, id)
          expect([own.corps, own.rank]).toEqual([[], null])
          await explain(office, id)
          await submit(office, { id })
          const centre = await effectsFor(person('approver'), id)
          await approve(person('approver'), { id })
          // Asked again, "before" is what stands now.
          const told = await effectsFor(office, id)
          const toldCentre = await effectsFor(person('approver'), id)
          expect(told.moves.map(({ before }) => before)).toEqual(own.moves.map(({ after }) => after))
          expect(toldCentre.corps.map(({ before }) => before)).toEqual(centre.corps.map(({ after }) => after))
          expect(toldCentre.rank?.before).toEqual(centre.rank?.after)
        },
      ),
      { numRuns: 12 },
    )
  })

  it('says when two have to approve, and is not told to another office', async () => {
    const office = registrarOf('D08')
    const large = await contractIn('endorsed', office)
    expect(await effectsFor(office, large)).toMatchObject({ large: true })
    expect(await readEffects(registrarOf('D01'), large)).toBeNull()
    expect(await openEntry(registrarOf('D01'), large)).toBeNull()
    expect(await openEntry(person('approver'), large)).toBeNull()
  })
})

/** Sample contracts may look alike to the checks; the office explains, as it would. */
async function explain(office: Actor, id: string): Promise<void> {
  const rules = ['Q14', 'Q05', 'Q10', 'Q29', 'Q30', 'Q37']
  await save(office, {
    id,
    explanations: Object.fromEntries(rules.map((rule) => [rule, '已核对原件，情况属实。'])),
  })
}

describe('state secrets', () => {
  it('are never saved, and a draft found to hold them is discarded without its content', async () => {
    const office = registrarOf('D08')
    const id = await contractIn('draft', office)
    await expect(save(office, { id, patch: { isSecret: true, name: '密' } })).rejects.toMatchObject({
      detail: { code: 'state-secret' },
    })
    expect((await openEntry(office, id))?.content).not.toMatchObject({ name: '密' })
    await discardSecret(office, { id })
    const left = await openEntry(office, id)
    expect([left?.status, left?.content, left?.explanations]).toEqual(['discarded', {}, {}])
  })
})

describe('the contract page', () => {
  it('shows a contract to its office, and to nobody else what it is', async () => {
    const id = await contractIn('draft', registrarOf('D08'), {})
    const own = await viewContract(registrarOf('D08'), id)
    expect(own).toMatchObject({
      id,
      status: 'draft',
      may: ['save', 'attach', 'submit', 'discard'],
      barred: [],
    })
    expect(own?.history.map(({ act }) => act)).toEqual(['create'])
    expect(own?.files).toHaveLength(1)
    for (const actor of [registrarOf('D01'), person('approver'), person('auditor'), person('leader')]) {
      expect(await viewContract(actor, id)).toBeNull()
    }
    await expect(viewContract(person('admin'), id)).rejects.toMatchObject({ detail: { code: 'forbidden' } })
    expect(await viewContract(registrarOf('D08'), 'nothing')).toBeNull()
  })

  it('tells an approver why a second approval is not theirs', async () => {
    const id = await contractIn('endorsed', registrarOf('D08'))
    const view = await viewContract(person('approver'), id)
    expect(view?.barred).toEqual([{ action: 'approve', problem: { code: 'same-approver' } }])
    expect((await viewContract(person('approver2'), id))?.barred).toEqual([])
    expect(view?.daysLeft).toBeGreaterThan(0)
  })

  it('hides persons and telephones from who does not deal with the contract', async () => {
    const seller = {
      name: '石河子大学',
      country: '142',
      code: '12659001MAFL02105T',
      kind: '022',
      region: '659001',
      isCorps: true,
      contact: '张三',
      phone: '0993-2057000',
    }
    const id = await contractIn('registered', registrarOf('D08'), { seller })
    const [own, led] = [await viewContract(registrarOf('D08'), id), await viewContract(person('leader'), id)]
    expect(own?.content.seller?.phone).toBe('0993-2057000')
    expect(JSON.stringify(led?.content, plain)).not.toMatch(/张三|2057000/)
    expect(JSON.stringify(led?.history, plain)).not.toMatch(/张三|2057000/)
  })
})

const plain = (_: string, value: unknown) => (typeof value === 'bigint' ? String(value) : value)
