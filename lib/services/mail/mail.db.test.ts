import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { database } from '@/db/client'
import { atTime } from '@/db/clock'
import { sql } from '@/db/testing/sql'
import type { Actor } from '@/lib/domain/access/actor'
import { inboxQuerySchema } from '@/lib/domain/notice/notice'
import { shanghaiDate } from '@/lib/domain/time/dates'
import { colleague } from '@/lib/testing/colleagues'
import { contractIn, moveIn } from '@/lib/testing/house'
import { submit } from '../contracts/submit'
import { nameDeputy } from '../delegations/make'
import { revoke } from '../delegations/revoke'
import { readInbox } from '../notices/inbox'
import { markNoticesRead } from '../notices/mark'
import { readMailRoom } from './administer'
import { readMailServer } from './server'
import { setMailOf, setOwnMail } from './setting'
import { admin, listening, mails, other, own, type Post, plain, statuses, subscribe } from './testing/post'
import { composeMails, workMail } from './work'

let post: Post

beforeAll(moveIn)
beforeEach(async () => {
  await sql()`truncate outbox, outbox_notice, notice_read, mail_setting, notice`
  post = await listening()
})

afterEach(() => post.close())
afterAll(() => database().close())

describe('a mail', () => {
  test('goes to who wants it, once, with what waits and nothing of the contract', async () => {
    await subscribe(own, 'once')
    await subscribe(other, 'none')
    const id = await contractIn('returned', own)
    await workMail(post.server)
    await workMail(post.server)
    expect(post.taken).toHaveLength(1)
    const [{ to, text } = { to: [], text: '' }] = post.taken
    expect(to).toEqual(['registrar-d08@corps.example'])
    const [row] = await mails()
    expect(text).toContain(`Message-ID: <${row?.id}@corps.example>`)
    expect(text).toContain('Auto-Submitted: auto-generated')
    const [contract] = await sql()`select local_number, name, seller_name from contract where id = ${id}`
    expect(plain(text)).toContain(`合同被退回补正 ${contract?.local_number}`)
    expect(plain(text)).toContain('http://localhost:3000/inbox')
    expect(plain(text)).not.toContain(contract?.name)
    expect(plain(text)).not.toContain(contract?.seller_name)
    expect(await statuses()).toEqual(['sent'])
  })

  test('tells several things at once, in the language asked for', async () => {
    await subscribe(own, 'once', 'en')
    await contractIn('returned', own)
    await contractIn('registered', own)
    await workMail(post.server)
    expect(post.taken).toHaveLength(1)
    expect(post.taken[0]?.text).toContain('Subject: Jishi: 2 new notices')
  })

  test('is not written of what was before it was wanted', async () => {
    await contractIn('returned', own)
    await subscribe(own, 'once')
    await workMail(post.server)
    expect(await statuses()).toEqual([])
  })

  test('is not written to a disabled account', async () => {
    const gone = await colleague('gone.d08')
    await subscribe(gone, 'once')
    await sql()`update account set disabled_at = now() where id = ${gone.id}`
    await contractIn('returned', own)
    await workMail(post.server)
    expect(await statuses()).toEqual([])
  })

  test('reaches the deputy too, and says for whom', async () => {
    const mate = await colleague('stand.d08')
    const day = shanghaiDate(new Date())
    const { id } = await nameDeputy(own, { deputy: mate.id, from: day, until: day })
    await markNoticesRead(mate, { all: true })
    await subscribe(mate, 'once')
    await sql()`insert into notice (kind, account, subject) values ('import.done', ${own.id}, 'x')`
    await workMail(post.server)
    expect(plain(post.taken[0]?.text ?? '')).toContain(`代${own.name}`)
    await revoke(own, { id })
  })
})

describe('a daily mail', () => {
  const at = (clock: string) => new Date(`2099-03-0${clock}+08:00`)
  const happens = (clock: string) =>
    sql()`insert into notice (kind, role, unit, subject, at)
      values ('contract.returned', 'registrar', 'D08', ${clock}, ${at(clock)})`
  test('comes once in a morning, with all there is', async () => {
    await subscribe(own, 'daily')
    await happens('2T15:00:00')
    await atTime(at('3T07:59:00'), composeMails)
    expect(await statuses()).toEqual([])
    await atTime(at('3T08:01:00'), composeMails)
    await happens('3T08:02:00')
    await atTime(at('3T09:00:00'), composeMails)
    expect(await statuses()).toEqual(['queued'])
    await atTime(at('4T08:00:00'), composeMails)
    expect(await statuses()).toEqual(['queued', 'queued'])
  })
  test('says how much waits, as the inbox counts it, and one sent at once does not', async () => {
    await subscribe(own, 'daily')
    await subscribe(other, 'once')
    await contractIn('returned', own)
    await contractIn('returned', other)
    await atTime(at('3T08:01:00'), () => workMail(post.server))
    const { waiting } = await readInbox(own, inboxQuerySchema.parse({}))
    const returned = waiting.find(({ kind }) => kind === 'returned')?.count
    const textTo = (actor: Actor) =>
      plain(post.taken.find(({ to }) => to.includes(`${actor.username}@corps.example`))?.text ?? '')
    expect(returned).toBeGreaterThan(0)
    expect(textTo(own)).toContain(`合同待补正 ${returned} 项`)
    expect(textTo(other)).toContain('合同被退回补正')
    expect(textTo(other)).not.toContain('目前待您办理')
  })
  test('is not late: a morning with nothing to tell is over', async () => {
    await subscribe(own, 'daily')
    await atTime(at('3T08:01:00'), composeMails)
    await happens('3T10:00:00')
    expect(await atTime(at('3T10:01:00'), composeMails)).toBe(0)
    expect(await atTime(at('4T08:01:00'), composeMails)).toBe(1)
  })
})

describe('a mail is withdrawn before it goes out', () => {
  test('when its cause is over', async () => {
    await subscribe(own, 'once')
    const id = await contractIn('returned', own)
    await composeMails()
    await submit(own, { id })
    await workMail(post.server)
    expect(await statuses()).toEqual(['withdrawn'])
    expect(post.taken).toEqual([])
  })
  test('when it was read in the inbox, and tells only what is left of several', async () => {
    await subscribe(own, 'once')
    const id = await contractIn('returned', own)
    const kept = await contractIn('registered', own)
    await composeMails()
    await submit(own, { id })
    await workMail(post.server)
    const text = plain(post.taken[0]?.text ?? '')
    expect(text).toContain('合同已准予登记')
    expect(text).not.toContain('退回')
    expect(kept).toBeTruthy()
    await contractIn('registered', own)
    await composeMails()
    await markNoticesRead(own, { all: true })
    await workMail(post.server)
    expect(await statuses()).toEqual(['sent', 'withdrawn'])
  })
})

test('several processes at once send each mail once', async () => {
  const people = await Promise.all(Array.from({ length: 6 }, (_, nth) => colleague(`many${nth}.d08`)))
  for (const one of people) await subscribe(one, 'once')
  await contractIn('returned', own)
  await Promise.all(Array.from({ length: 4 }, () => workMail(post.server)))
  await workMail(post.server)
  expect(post.taken.flatMap(({ to }) => to).sort()).toEqual(
    people.map(({ username }) => `${username}@corps.example`).sort(),
  )
  expect(new Set(await statuses())).toEqual(new Set(['sent']))
})

describe('settings', () => {
  test('are one’s own or the administrator’s; a cadence needs an address', async () => {
    const bad = { address: 'nobody', cadence: 'once', language: 'en' }
    await expect(setOwnMail(own, bad)).rejects.toMatchObject({ detail: { code: 'invalid-input' } })
    await expect(setOwnMail(own, { ...bad, address: '' })).rejects.toMatchObject({
      detail: { issues: [{ path: 'address', message: 'required' }] },
    })
    const of = { account: other.id, address: 'd01@corps.example', cadence: 'daily', language: 'zh-CN' }
    await expect(setMailOf(own, of)).rejects.toMatchObject({ detail: { code: 'forbidden' } })
    await setMailOf(admin, of)
    const [row] = await sql()`select details from trail where action = 'mail.change' order by id desc limit 1`
    expect(row?.details).toMatchObject({
      username: other.username,
      after: { mail: of.address, cadence: 'daily' },
    })
    await expect(readMailRoom(own, { page: 1 })).rejects.toMatchObject({ detail: { code: 'forbidden' } })
    expect(await readMailRoom(admin, { page: 1 })).toMatchObject({ server: null, mails: [] })
  })

  test.each([
    [
      'smtp://mail.example',
      { host: 'mail.example', port: 587, secure: false, requireTLS: false, login: null },
    ],
    ['smtps://u%40x:p%3A@mail.example', { port: 465, secure: true, login: { user: 'u@x', pass: 'p:' } }],
    ['smtp://[::1]:2525?tls=required', { host: '::1', port: 2525, requireTLS: true }],
  ])('%s', (address, expected) => {
    expect(readMailServer(address, 'a@b.cn')).toMatchObject(expected)
  })
})
