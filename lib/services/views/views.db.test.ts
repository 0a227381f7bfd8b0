import postgres from 'postgres'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { database } from '@/db/client'
import { ownerUrl } from '@/db/testing/database'
import { reach, type Statement } from '@/db/testing/past-verbs'
import type { Actor } from '@/lib/domain/access/actor'
import { may } from '@/lib/domain/access/permissions'
import { roleNames } from '@/lib/domain/access/roles'
import { moveIn, person, registrarOf } from '@/lib/testing/house'
import { openView, readViews } from './read'
import { removeView } from './remove'
import { mostViews, saveView } from './save'
import { shareView } from './share'
import { unshareView } from './unshare'

const [office, otherOffice] = [registrarOf('D08'), registrarOf('D01')]
const colleague: Actor = { ...office, id: '00000000-0000-7000-8000-00000000c011', username: 'colleague' }
const [leader, approver] = [person('leader'), person('approver')]
const readers = [office, colleague, otherOffice, leader, approver, person('auditor')]
let owner: postgres.Sql

beforeAll(async () => {
  await moveIn()
  owner = postgres(ownerUrl(), { max: 1, onnotice: () => {} })
  const { id, username, name, role, unit } = colleague
  await owner`insert into account (id, username, name, role, unit) values (${id}, ${username}, ${name}, ${role}, ${unit})`
})
beforeEach(() => owner`delete from saved_view`)
afterAll(() => Promise.all([owner.end(), database().close()]))

const asked = 'rows=field&columns=type&measure=turnover&year=2024'
const keep = async (actor: Actor, name: string, query = asked) => (await saveView(actor, { name, query })).id
const seenBy = async (actor: Actor) => {
  const { own, shared } = await readViews(actor)
  return { own: own.map(({ name }) => name), shared: shared.map(({ name }) => name) }
}
const isNotFound = { detail: { code: 'not-found' } }
const isRefused = (path: string, message: string) => ({
  detail: { code: 'invalid-input', issues: [{ path, message }] },
})

describe('keeping a cross-table', () => {
  test('keeps the question as it is written, not as it was typed', async () => {
    const id = await keep(
      office,
      ' 领域  ',
      'columns=type&rows=field&name=&year=2024&year=2023&measure=turnover&zzz=1',
    )
    const { view, query } = await openView(office, id)
    expect(view).toMatchObject({ name: '领域', shared: false, ownerName: office.name })
    expect(view.query).toBe('rows=field&columns=type&measure=turnover&year=2023&year=2024')
    expect(query).toMatchObject({ rows: 'field', years: [2023, 2024], ignored: [] })
  })

  test('under a name that is taken is refused, or replaces the question where that was asked for', async () => {
    const id = await keep(office, '领域')
    const again = { name: '领域', query: 'rows=flow&columns=none&measure=mean' }
    await expect(saveView(office, again)).rejects.toMatchObject(isRefused('name', 'taken'))
    expect((await openView(office, id)).query.rows).toBe('field')
    expect(await saveView(office, { ...again, replace: true })).toEqual({ id })
    expect((await openView(office, id)).query.rows).toBe('flow')
    // Somebody else's name is nobody's business.
    await keep(colleague, '领域')
  })

  test('two savings at once of one name keep one', async () => {
    const both = await Promise.allSettled([keep(office, '同名'), keep(office, '同名')])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: isRefused('name', 'taken'),
    })
  })

  test.each([
    [{ name: '  ', query: asked }, 'name', 'required'],
    [{ name: '长'.repeat(61), query: asked }, 'name', 'too-long'],
    [{ name: 'a\nb', query: asked }, 'name', 'text'],
    [{ name: 'a', query: `name=${'长'.repeat(9000)}` }, 'query', 'too-long'],
  ])('refuses %j', async (input, path, message) => {
    await expect(saveView(office, input)).rejects.toMatchObject(isRefused(path, message))
  })

  test('takes nothing it does not know, and no unit outside reach', async () => {
    await expect(saveView(office, { name: 'a', query: asked, owner: leader.id })).rejects.toMatchObject({
      detail: { code: 'invalid-input' },
    })
    await expect(keep(office, '别师', `${asked}&unit=D01`)).rejects.toMatchObject(isNotFound)
    await keep(office, '本师', `${asked}&unit=D08`)
    await keep(leader, '一师', `${asked}&unit=D01`)
  })

  test('ends at as many as anybody can find again', async () => {
    const rows = Array.from({ length: mostViews }, (_, index) => ({
      id: crypto.randomUUID(),
      owner: office.id,
      unit: 'D08',
      name: `第${index}张`,
      query: asked,
    }))
    await owner`insert into saved_view ${owner(rows)}`
    await expect(keep(office, '再一张')).rejects.toMatchObject(isRefused('name', 'full'))
    await saveView(office, { name: '第7张', query: asked, replace: true })
    await keep(colleague, '再一张')
  })

  test('is refused to roles that see no figures', async () => {
    for (const role of ['admin', 'security'] as const) {
      await expect(keep(person(role), 'a')).rejects.toMatchObject({ detail: { code: 'forbidden' } })
      await expect(readViews(person(role))).rejects.toMatchObject({ detail: { code: 'forbidden' } })
    }
  })

  test('is on the trail by its name, without what was asked', async () => {
    const id = await keep(office, '领域', `${asked}&seller=示例秘密`)
    await shareView(office, { id })
    await unshareView(office, { id })
    await removeView(office, { id })
    const entries =
      await owner`select action, details, subject from trail where subject_kind = 'view' and subject = ${id} order by id`
    expect(entries.map(({ action }) => action)).toEqual([
      'view.save',
      'view.share',
      'view.unshare',
      'view.remove',
    ])
    expect(entries[0]?.details).toEqual({ view: '领域', replaced: false })
    expect(JSON.stringify(entries)).not.toContain('秘密')
  })
})

describe('sharing', () => {
  test('nobody sees what is not shared', async () => {
    const id = await keep(office, '私下')
    for (const reader of readers) {
      expect(await seenBy(reader)).toEqual({ own: reader === office ? ['私下'] : [], shared: [] })
      if (reader !== office) await expect(openView(reader, id)).rejects.toMatchObject(isNotFound)
    }
  })

  test('an office shares with its own people and the centre, the centre with everybody', async () => {
    const [ofOffice, ofLeader] = [await keep(office, '八师的'), await keep(leader, '领导的')]
    for (const [actor, id] of [
      [office, ofOffice],
      [leader, ofLeader],
    ] as const) {
      await shareView(actor, { id })
    }
    const shared = await Promise.all(readers.map(async (reader) => (await seenBy(reader)).shared.sort()))
    expect(shared).toEqual([
      ['领导的'],
      ['八师的', '领导的'].sort(),
      ['领导的'],
      ['八师的'],
      ['八师的', '领导的'].sort(),
      ['八师的', '领导的'].sort(),
    ])
    await expect(openView(otherOffice, ofOffice)).rejects.toMatchObject(isNotFound)
    expect((await openView(otherOffice, ofLeader)).view.ownerName).toBe(leader.name)
    await unshareView(leader, { id: ofLeader })
    await expect(openView(otherOffice, ofLeader)).rejects.toMatchObject(isNotFound)
    expect((await seenBy(otherOffice)).shared).toEqual([])
  })

  test('a view that names a unit outside reach is neither listed nor opened', async () => {
    const id = await keep(leader, '八师的事', `${asked}&unit=D08`)
    await shareView(leader, { id })
    expect((await seenBy(otherOffice)).shared).toEqual([])
    await expect(openView(otherOffice, id)).rejects.toMatchObject(isNotFound)
    expect((await seenBy(office)).shared).toEqual(['八师的事'])
    expect((await openView(office, id)).query.filters).toHaveLength(1)
  })

  test('nobody shares, unshares or removes what is another’s', async () => {
    const id = await keep(leader, '领导的')
    await shareView(leader, { id })
    for (const act of [shareView, unshareView, removeView]) {
      await expect(act(approver, { id })).rejects.toMatchObject(isNotFound)
      await expect(act(office, { id })).rejects.toMatchObject(isNotFound)
      await expect(act(leader, { id: crypto.randomUUID() })).rejects.toMatchObject(isNotFound)
    }
    expect((await openView(approver, id)).view.shared).toBe(true)
    await removeView(leader, { id })
    await expect(openView(leader, id)).rejects.toMatchObject(isNotFound)
  })

  test.each(['x', '', '00000000-0000-7000-8000-000000000000'])('%j opens nothing', async (id) => {
    await expect(openView(leader, id)).rejects.toMatchObject(isNotFound)
  })
})

describe('the second wall: SQL past every verb', () => {
  const everybody = [
    ...readers,
    ...roleNames.filter((role) => !may(role, 'view.keep')).map((role) => person(role)),
  ]

  test('shows a view to those it is shared with, and lets its owner alone change it', async () => {
    for (const [maker, shared] of [
      [office, false],
      [office, true],
      [leader, false],
      [leader, true],
    ] as const) {
      const id = await keep(maker, `${maker.username} ${shared}`)
      if (shared) await shareView(maker, { id })
      for (const actor of everybody) {
        const said = `${maker.username} ${shared} → ${actor.username}`
        const opened = await openView(actor, id).then(
          () => 1,
          () => 0,
        )
        const own = actor.id === maker.id ? 1 : 0
        expect(await reach(actor, (tx) => tx`select from saved_view where id = ${id}`), said).toBe(opened)
        for (const statement of [
          (tx) => tx`update saved_view set shared = true where id = ${id}`,
          (tx) => tx`update saved_view set query = 'x' where id = ${id}`,
          (tx) => tx`delete from saved_view where id = ${id}`,
        ] as Statement[]) {
          expect(await reach(actor, statement), said).toBe(own)
        }
      }
    }
  })

  test('keeps nothing in another’s name or for another unit', async () => {
    const insert =
      (whose: string, unit: string | null): Statement =>
      (tx) =>
        tx`insert into saved_view (id, owner, unit, name, query) values (gen_random_uuid(), ${whose}, ${unit}, 'x', 'x')`
    expect(await reach(office, insert(office.id, 'D08'))).toBe(1)
    expect(await reach(leader, insert(leader.id, null))).toBe(1)
    for (const [actor, whose, unit] of [
      [office, leader.id, 'D08'],
      [office, office.id, 'D01'],
      [office, office.id, null],
      [leader, leader.id, 'D08'],
      [leader, office.id, null],
      [person('admin'), person('admin').id, null],
      [person('security'), person('security').id, null],
    ] as const) {
      expect(await reach(actor, insert(whose, unit))).toBe('refused')
    }
    const id = await keep(office, '转走')
    for (const change of [
      (tx) => tx`update saved_view set owner = ${leader.id} where id = ${id}`,
      (tx) => tx`update saved_view set unit = null where id = ${id}`,
    ] as Statement[]) {
      expect(await reach(office, change)).toBe('refused')
    }
  })
})
