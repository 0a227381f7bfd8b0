import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { database } from '@/db/client'
import { sql } from '@/db/testing/sql'
import { roleNames } from '@/lib/domain/access/roles'
import { enrolWithPasswords, later, password } from '@/lib/testing/signed'
import { person, registrarOf } from '../demo/people'
import { createAccount } from './accounts'
import { changeAccount } from './change-account'
import { disableAccount, enableAccount } from './disable-account'
import { accountSheet, accountsPage } from './read-accounts'
import { resetPassword } from './reset-password'
import { readSession, signIn } from './sign-in'
import { callerOfToken, issueToken, withdrawToken } from './tokens'

const admin = person('admin')
const office = '10.0.0.8'
const fault = (path: string, message: string) => ({
  detail: { code: 'invalid-input', issues: [{ path, message }] },
})
const open = async (username: string, given = password) =>
  (await signIn({ username, password: given }, office)) ?? ''
const lastTrail = async () =>
  (await sql()`select action, subject, details, actor from trail order by id desc limit 1`)[0]

beforeAll(() =>
  enrolWithPasswords('registrar-d08', 'registrar-d01', 'approver', 'auditor', 'leader', 'security'),
)
afterAll(() => database().close())

describe('making accounts', () => {
  test('gives a one-time password that works once changed, and leaves no secret on the trail', async () => {
    const made = await createAccount(admin, {
      username: 'Wang.Li',
      name: '王丽',
      role: 'registrar',
      unit: 'D08',
    })
    expect(made.username).toBe('wang.li')
    expect(await readSession(await open('wang.li', made.oneTimePassword))).toMatchObject({ mustChange: true })
    const [entry] = await sql()`select * from trail where action = 'account.create' order by id desc limit 1`
    expect(entry).toMatchObject({
      actor: admin.id,
      details: { after: { username: 'wang.li', role: 'registrar', unit: 'D08' } },
    })
    expect(JSON.stringify(entry)).not.toContain(made.oneTimePassword)
  })

  test.each([
    [{ username: 'approver', name: '重名', role: 'leader' }, 'username', 'taken'],
    [{ username: '带汉字', name: '某人', role: 'leader' }, 'username', 'username'],
    [{ username: 'a-registrar', name: '某人', role: 'registrar' }, 'unit', 'required'],
    [{ username: 'a-registrar', name: '某人', role: 'registrar', unit: 'X99' }, 'unit', 'closed'],
    [{ username: 'a-leader', name: '某人', role: 'leader', unit: 'D08' }, 'unit', 'not-for-role'],
    [{ username: 'a-leader', name: ' ', role: 'leader' }, 'name', 'required'],
  ])('refuses %j', async (input, path, message) => {
    await expect(createAccount(admin, input)).rejects.toMatchObject(fault(path, message))
  })

  test.each(roleNames.filter((role) => role !== 'admin'))('is not for the %s', async (role) => {
    const actor = role === 'registrar' ? registrarOf('D08') : person(role)
    const input = { username: 'x-y', name: '某人', role: 'leader' }
    await expect(createAccount(actor, input)).rejects.toMatchObject({ detail: { code: 'forbidden' } })
    await expect(accountsPage(actor, {})).rejects.toMatchObject({ detail: { code: 'forbidden' } })
  })
})

describe('what ends a session at once', () => {
  const acts = {
    'a disabled account': () => disableAccount(admin, { id: registrarOf('D01').id }),
    'another role': () =>
      changeAccount(admin, { id: registrarOf('D01').id, name: '一师登记员', role: 'leader', unit: null }),
    'another unit': () =>
      changeAccount(admin, { id: registrarOf('D01').id, name: '一师登记员', role: 'registrar', unit: 'D02' }),
    'a reset password': () => resetPassword(admin, { id: registrarOf('D01').id }),
  }
  test.each(Object.entries(acts))('%s', async (_, act) => {
    const { id } = registrarOf('D01')
    await sql()`update account set disabled_at = null, role = 'registrar', unit = 'D01' where id = ${id}`
    const session = await open('registrar-d01')
    expect(await readSession(session)).not.toBeNull()
    await act()
    expect(await readSession(session)).toBeNull()
  })

  test('another name does not', async () => {
    const session = await open('leader')
    await changeAccount(admin, { id: person('leader').id, name: '分管领导', role: 'leader', unit: null })
    expect(await readSession(session)).toMatchObject({ actor: { name: '分管领导' } })
    expect(await lastTrail()).toMatchObject({
      action: 'account.change',
      details: { before: { name: '领导' }, after: { name: '分管领导' } },
    })
  })
})

describe('administrators', () => {
  test('can neither disable, demote nor reset themselves', async () => {
    const { id, name } = admin
    await expect(disableAccount(admin, { id })).rejects.toMatchObject(fault('id', 'own-account'))
    await expect(changeAccount(admin, { id, name, role: 'leader' })).rejects.toMatchObject(
      fault('role', 'own-account'),
    )
    await expect(resetPassword(admin, { id })).rejects.toMatchObject(fault('id', 'own-account'))
    await changeAccount(admin, { id, name: '管理员', role: 'admin' })
  })

  test('two who disable each other in the same moment: one remains', async () => {
    const made = await createAccount(admin, { username: 'admin2', name: '第二管理员', role: 'admin' })
    const second = { ...admin, id: made.id, username: 'admin2' }
    const answers = await Promise.allSettled([
      disableAccount(admin, { id: second.id }),
      disableAccount(second, { id: admin.id }),
    ])
    expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const [left] =
      await sql()`select count(*)::int as n from account where role = 'admin' and disabled_at is null`
    expect(left?.n).toBe(1)
    await sql()`update account set disabled_at = null where id = ${admin.id}`
  })

  test('a disabled account comes back as it was', async () => {
    const { id } = person('auditor')
    await disableAccount(admin, { id })
    expect(await open('auditor')).toBe('')
    await enableAccount(admin, { id })
    expect(await readSession(await open('auditor'))).toMatchObject({ actor: person('auditor') })
  })
})

const speaker = async (bearer: string) => (await callerOfToken(bearer))?.actor ?? null

describe('tokens', () => {
  const issue = () => issueToken(admin, { username: 'approver', label: '科研系统', days: 30 })

  test('speak for their account, are kept as a hash and stand on the trail without it', async () => {
    const { token, id } = await issue()
    expect(await speaker(token)).toEqual(person('approver'))
    const everything =
      await sql()`select t::text as row from api_token t union all select t::text from trail t`
    expect(JSON.stringify(everything)).not.toContain(token)
    expect(await lastTrail()).toMatchObject({ action: 'token.create', subject: id })
  })

  test('end when withdrawn, run out, or their account is disabled or never opened', async () => {
    const { token, id } = await issue()
    expect(await later(30 * 86_400 + 5, () => speaker(token))).toBeNull()
    await disableAccount(admin, { id: person('approver').id })
    expect(await speaker(token)).toBeNull()
    await enableAccount(admin, { id: person('approver').id })
    expect(await speaker(token)).not.toBeNull()
    await withdrawToken(admin, { id })
    expect(await speaker(token)).toBeNull()
    await expect(withdrawToken(admin, { id })).rejects.toMatchObject({ detail: { code: 'not-found' } })

    await createAccount(admin, { username: 'unopened', name: '某人', role: 'leader' })
    const unopened = await issueToken(admin, { username: 'unopened', label: '接口', days: 1 })
    expect(await speaker(unopened.token)).toBeNull()
  })

  test.each(['', 'jishi_', `jishi_${'a'.repeat(43)}`, `' or true --`])('%j is nobody', async (bearer) => {
    expect(await speaker(bearer)).toBeNull()
  })
})

describe('reading', () => {
  test('finds by name, user name, role, unit and state; marks of patterns are plain letters', async () => {
    const found = async (filters: Parameters<typeof accountsPage>[1]) =>
      (await accountsPage(admin, filters)).accounts.map(({ username }) => username)
    expect(await found({ words: 'REGISTRAR-D08' })).toEqual(['registrar-d08'])
    expect(await found({ words: '八师' })).toEqual(['registrar-d08'])
    expect(await found({ words: '%' })).toEqual([])
    expect(await found({ role: 'security' })).toEqual(['security'])
    expect(await found({ unit: 'D08', state: 'enabled' })).toEqual(['registrar-d08', 'wang.li'])
  })

  test('a sheet shows no secret', async () => {
    const sheet = JSON.stringify(await accountSheet(admin, person('approver').id))
    expect(sheet).toContain('科研系统')
    expect(sheet).not.toMatch(/argon2|"hash"/)
  })
})
