import * as argon2 from '@node-rs/argon2'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { database } from '@/db/client'
import { sql } from '@/db/testing/sql'
import { enrolWithPasswords, later, password } from '@/lib/testing/signed'
import { person } from '../demo/people'
import { createAccount } from './accounts'
import { changePassword } from './change-password'
import { disableAccount } from './disable-account'
import { readSession, type Session, signIn, signInByProvider, signOut } from './sign-in'

vi.mock('@node-rs/argon2', async (original) => {
  const real = await original<typeof argon2>()
  return { ...real, verify: vi.fn(real.verify) }
})

const office = '10.0.0.8'
const enter = (username: string, given = password, address = office) =>
  signIn({ username, password: given }, address)
const lastTrail = () => sql()`select action, details, actor, address from trail order by id desc limit 1`

beforeAll(() => enrolWithPasswords('registrar-d08', 'registrar-d01', 'approver', 'leader'))
beforeEach(() => sql()`delete from sign_in_failure`)
afterAll(() => database().close())

async function sessionOf(username: string): Promise<Session> {
  const id = await enter(username)
  const session = id && (await readSession(id))
  if (!session) throw new Error(`${username} can't sign in`)
  return session
}

describe('sign-in', () => {
  test('opens a session for the right password, however the name is typed', async () => {
    const id = await enter('  Ｒegistrar-D08 ')
    expect(await readSession(id ?? '')).toMatchObject({ actor: person('registrar-d08'), mustChange: false })
    expect((await lastTrail())[0]).toMatchObject({
      action: 'sign-in',
      actor: person('registrar-d08').id,
      address: office,
    })
  })

  test('a wrong name, a wrong password, a disabled account and a throttled one: one answer, the same work', async () => {
    await createAccount(person('admin'), { username: 'gone', name: '某人', role: 'leader' }).then(({ id }) =>
      disableAccount(person('admin'), { id }),
    )
    for (let i = 0; i < 5; i += 1) await enter('leader', 'wrong')
    const work = vi.mocked(argon2.verify)
    for (const [name, given] of [
      ['nobody', password],
      ['registrar-d08', 'wrong'],
      ['gone', password],
      ['leader', password],
    ] as const) {
      work.mockClear()
      expect(await enter(name, given)).toBeNull()
      expect(work).toHaveBeenCalledTimes(1)
    }
  })

  test('the hash compared for an unknown name costs what a real one does', async () => {
    const { oneTimePassword } = await createAccount(person('admin'), {
      username: 'real',
      name: '某人',
      role: 'leader',
    })
    const work = vi.mocked(argon2.verify)
    work.mockClear()
    await enter('real', oneTimePassword)
    await enter('nobody-at-all')
    const [real, none] = work.mock.calls.map(([hashed]) => String(hashed).split('$').slice(1, 4))
    expect(none).toEqual(real)
    expect(real).toEqual(['argon2id', 'v=19', 'm=19456,t=2,p=1'])
  })

  test('the trail of a failure says why to the auditor, and keeps no name that is nobody’s', async () => {
    await enter('Tianshan-2025', 'registrar-d08')
    expect((await lastTrail())[0]).toMatchObject({
      action: 'sign-in.failed',
      actor: null,
      details: { reason: 'unknown-name' },
    })
    expect(JSON.stringify(await lastTrail())).not.toContain('ianshan')
    await enter('registrar-d08', 'wrong')
    expect((await lastTrail())[0]?.details).toEqual({ reason: 'wrong-password', username: 'registrar-d08' })
  })

  test('the identity provider opens a session for an enabled account, and for nobody else', async () => {
    const id = await signInByProvider('Approver', office)
    expect(await readSession(id ?? '')).toMatchObject({ actor: person('approver') })
    expect(await signInByProvider('somebody-else', office)).toBeNull()
    expect(await signInByProvider('gone', office)).toBeNull()
  })
})

describe('guessing', () => {
  test('is slowed for that name and address; the wait passes', async () => {
    for (let i = 0; i < 5; i += 1) await enter('registrar-d01', 'wrong')
    expect(await enter('registrar-d01')).toBeNull()
    expect(await later(2, () => enter('registrar-d01'))).not.toBeNull()
    expect(await enter('registrar-d01')).not.toBeNull()
  })

  test('does not lock the others of an office out, who share its address', async () => {
    for (let i = 0; i < 12; i += 1) await enter('registrar-d01', 'wrong')
    expect(await enter('registrar-d08')).not.toBeNull()
  })

  test('many tries at once count as many', async () => {
    await Promise.all(Array.from({ length: 12 }, () => enter('registrar-d01', 'wrong')))
    const rows = await sql()`select max(failures) as most from sign_in_failure`
    expect(rows[0]?.most).toBe(5)
    expect(await enter('registrar-d01')).toBeNull()
  })

  test('from many addresses is slowed too, but never where the person has signed in before', async () => {
    expect(await enter('approver')).not.toBeNull()
    for (let i = 0; i < 55; i += 1) await enter('approver', 'wrong', `192.0.2.${i}`)
    expect(await enter('approver', password, '198.51.100.1')).toBeNull()
    expect(await enter('approver')).not.toBeNull()
  })
})

describe('a session', () => {
  test('ends after idling, and use keeps it', async () => {
    const { id } = await sessionOf('registrar-d08')
    expect(await later(29 * 60, () => readSession(id))).not.toBeNull()
    expect(await later(58 * 60, () => readSession(id))).not.toBeNull()
    expect(await later(89 * 60, () => readSession(id))).toBeNull()
    expect(await readSession(id)).toBeNull()
  })

  test('is not kept by a page that renews itself with nobody at it', async () => {
    const { id } = await sessionOf('registrar-d08')
    const alone = (minutes: number) => later(minutes * 60, () => readSession(id, { attended: false }))
    expect(await alone(20)).not.toBeNull()
    expect(await alone(29)).not.toBeNull()
    expect(await alone(31)).toBeNull()
  })

  test('ends with sign-out, which is on the trail', async () => {
    const session = await sessionOf('registrar-d08')
    await signOut(session, office)
    expect(await readSession(session.id)).toBeNull()
    expect((await lastTrail())[0]).toMatchObject({ action: 'sign-out', actor: session.actor.id })
  })

  test('must change the password once it has run out', async () => {
    const { id } = await sessionOf('leader')
    await sql()`update credential set changed_at = now() - interval '91 days' where account = ${person('leader').id}`
    expect(await readSession(id)).toMatchObject({ mustChange: true })
    await sql()`update credential set changed_at = now() where account = ${person('leader').id}`
  })
})

describe('changing the password', () => {
  test('is forced first, keeps this session, ends the others and takes no old one back', async () => {
    const made = await createAccount(person('admin'), { username: 'new-one', name: '新人', role: 'leader' })
    const other = (await enter('new-one', made.oneTimePassword)) ?? ''
    const id = (await enter('new-one', made.oneTimePassword)) ?? ''
    const session = (await readSession(id)) as Session
    expect(session.mustChange).toBe(true)

    const change = (current: string, next: string) => changePassword(session, { current, next }, office)
    const fault = (path: string, message: string) => ({
      detail: { code: 'invalid-input', issues: [{ path, message }] },
    })
    await expect(change(made.oneTimePassword, 'Short-1')).rejects.toMatchObject(fault('next', 'too-short'))
    await expect(change('wrong', 'Kunlun-2025-a')).rejects.toMatchObject(fault('current', 'wrong-password'))
    await expect(change(made.oneTimePassword, made.oneTimePassword)).rejects.toMatchObject(
      fault('next', 'used-before'),
    )

    await change(made.oneTimePassword, 'Kunlun-2025-a')
    expect(await readSession(id)).toMatchObject({ mustChange: false })
    expect(await readSession(other)).toBeNull()
    expect((await lastTrail())[0]).toMatchObject({ action: 'password.change', details: {} })

    await change('Kunlun-2025-a', 'Kunlun-2025-b')
    await expect(change('Kunlun-2025-b', 'Kunlun-2025-a')).rejects.toMatchObject(fault('next', 'used-before'))
    expect(await enter('new-one', 'Kunlun-2025-b')).not.toBeNull()
  })
})
