import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import postgres from 'postgres'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { database } from '@/db/client'
import { atTime } from '@/db/clock'
import { ownerUrl } from '@/db/testing/database'
import type { Actor } from '@/lib/domain/access/actor'
import { inboxQuerySchema } from '@/lib/domain/notice/notice'
import { shanghaiDate } from '@/lib/domain/time/dates'
import { colleague } from '@/lib/testing/colleagues'
import { contractIn, moveIn, person, registrarOf } from '@/lib/testing/house'
import { submit } from '../contracts/submit'
import { nameDeputy } from '../delegations/make'
import { revoke } from '../delegations/revoke'
import { readInbox } from '../notices/inbox'
import { markNoticesRead } from '../notices/mark'
import { readMailRoom, resendMail } from './administer'
import { deliver } from './deliver'
import { type MailServer, readMailServer } from './server'
import { setMailOf, setOwnMail } from './setting'
import { composeMails, sendNext, workMail } from './work'

const [own, other, admin] = [registrarOf('D08'), registrarOf('D01'), person('admin')]
const owner = postgres(ownerUrl(), { max: 1, onnotice: () => {} })

/** A mail server of this machine: what it took, and what it answers. */
interface Post {
  taken: { to: string[]; text: string }[]
  /** Sessions that came as far as the text. */
  texts: number
  server: MailServer
  close(): Promise<void>
}

const failing = (responseCode: number, message = 'not now') =>
  Object.assign(new Error(message), { responseCode })

async function listening(options: SMTPServerOptions = {}): Promise<Post> {
  const taken: Post['taken'] = []
  const post = { taken, texts: 0 } as Post
  const smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    allowInsecureAuth: true,
    onData(stream, session, done) {
      post.texts += 1
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', () => {
        taken.push({
          to: session.envelope.rcptTo.map(({ address }) => address),
          text: Buffer.concat(parts).toString('utf8'),
        })
        done()
      })
    },
    ...options,
  })
  smtp.on('error', () => {})
  await new Promise<void>((resolve) => smtp.listen(0, '127.0.0.1', resolve))
  const { port } = smtp.server.address() as AddressInfo
  post.server = readMailServer(`smtp://127.0.0.1:${port}`, '技市 <jishi@corps.example>')
  post.close = () => new Promise((resolve) => smtp.close(resolve))
  return post
}

const mails = async () =>
  owner`select id, account, status, attempts, answer, address from outbox order by queued_at, id`
const statuses = async () => (await mails()).map(({ status }) => status)
/** Brings the next attempt of whatever waits forward, as time would. */
async function later() {
  await owner`alter table outbox disable trigger outbox_guard`
  await owner`update outbox set next_at = now() - interval '1 second', worker_until = now() - interval '1 second'`
  await owner`alter table outbox enable trigger outbox_guard`
}
const subscribe = (actor: Actor, cadence: 'none' | 'once' | 'daily', language: 'zh-CN' | 'en' = 'zh-CN') =>
  setOwnMail(actor, { address: `${actor.username}@corps.example`, cadence, language })

/** The text of a mail without its transfer encoding. */
function plain(text: string): string {
  const [head = '', ...body] = text.split(/\r?\n\r?\n/)
  const words = /base64/i.test(head)
    ? Buffer.from(body.join(''), 'base64').toString('utf8')
    : Buffer.from(
        body
          .join('\n\n')
          .replace(/=\r?\n/g, '')
          .replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16))),
        'latin1',
      ).toString('utf8')
  return words
}

let post: Post
beforeAll(moveIn)
beforeEach(async () => {
  await owner`truncate outbox, outbox_notice, notice_read, mail_setting, notice`
  post = await listening()
})
afterEach(() => post.close())
afterAll(() => Promise.all([owner.end(), database().close()]))

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
    const [contract] = await owner`select local_number, name, seller_name from contract where id = ${id}`
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
    await owner`update account set disabled_at = now() where id = ${gone.id}`
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
    await owner`insert into notice (kind, account, subject) values ('import.done', ${own.id}, 'x')`
    await workMail(post.server)
    expect(plain(post.taken[0]?.text ?? '')).toContain(`代${own.name}`)
    await revoke(own, { id })
  })
})

describe('a daily mail', () => {
  const at = (clock: string) => new Date(`2099-03-0${clock}+08:00`)
  const happens = (clock: string) =>
    owner`insert into notice (kind, role, unit, subject, at)
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

describe('a server that does not take it', () => {
  test('for now is asked again, later each time, and then it is there once', async () => {
    let refusals = 2
    await post.close()
    post = await listening({
      onRcptTo: (_, __, done) => done(refusals-- > 0 ? failing(451) : null),
    })
    await subscribe(own, 'once')
    await contractIn('returned', own)
    await workMail(post.server)
    expect(await mails()).toMatchObject([
      { status: 'queued', attempts: 1, answer: expect.stringContaining('451') },
    ])
    await workMail(post.server)
    expect(await mails(), 'not before its time').toMatchObject([{ attempts: 1 }])
    await later()
    await workMail(post.server)
    await later()
    await workMail(post.server)
    expect(await mails()).toMatchObject([{ status: 'sent', attempts: 3 }])
    expect(post.taken).toHaveLength(1)
  })

  test('at all is not asked again', async () => {
    await post.close()
    post = await listening({ onRcptTo: (_, __, done) => done(failing(550, 'no such user')) })
    await subscribe(own, 'once')
    await contractIn('returned', own)
    await workMail(post.server)
    await later()
    await workMail(post.server)
    expect(await mails()).toMatchObject([
      { status: 'failed', attempts: 1, answer: expect.stringContaining('550') },
    ])
    const { waiting } = await readInbox(admin, inboxQuerySchema.parse({}))
    expect(waiting).toEqual([{ kind: 'mails', count: 1, dueOn: null, overdue: 0 }])
  })

  test('because nobody is there is asked again', async () => {
    const { server } = post
    await post.close()
    await subscribe(own, 'once')
    await contractIn('returned', own)
    await workMail(server)
    expect(await mails()).toMatchObject([{ status: 'queued', attempts: 1 }])
    post = await listening()
    await later()
    await workMail(post.server)
    expect(await statuses()).toEqual(['sent'])
  })

  test('and breaks off in the text leaves it unclear, which nobody repeats but the administrator', async () => {
    let breaks = true
    await post.close()
    post = await listening({
      onData(stream, _, done) {
        post.texts += 1
        stream.on('data', () => {})
        stream.on('end', () => (breaks ? sever() : done()))
      },
    })
    const sockets = new Set<Socket>()
    const { port } = post.server
    // A line between the two that can be cut.
    const line = createServer((near) => {
      const far = connect(port, '127.0.0.1')
      for (const socket of [near, far]) {
        sockets.add(socket)
        socket.on('error', () => {})
      }
      near.pipe(far)
      far.pipe(near)
    })
    const sever = () => {
      for (const socket of sockets) socket.destroy()
    }
    await new Promise<void>((resolve) => line.listen(0, '127.0.0.1', resolve))
    const server = { ...post.server, port: (line.address() as AddressInfo).port }
    await subscribe(own, 'once')
    await contractIn('returned', own)
    await workMail(server)
    expect(post.texts).toBe(1)
    expect(await statuses()).toEqual(['unclear'])
    breaks = false
    await later()
    await workMail(server)
    expect(post.texts, 'not by itself').toBe(1)
    const [mail] = await mails()
    await resendMail(admin, { id: mail?.id })
    await workMail(server)
    expect([post.texts, await statuses()]).toEqual([2, ['sent']])
    await new Promise((resolve) => line.close(resolve))
  })

  test('without the password is told so', async () => {
    await post.close()
    post = await listening({
      authOptional: false,
      onAuth: (auth, _, done) =>
        done(auth.password === 's&cret' ? null : failing(535, 'no'), { user: 'jishi' }),
    })
    const mail = { to: 'a@b.cn', subject: 's', text: 't', messageId: '<1@b.cn>', date: new Date() }
    const server = (login: string) =>
      readMailServer(`smtp://${login}127.0.0.1:${post.server.port}`, 'jishi@corps.example')
    expect(await deliver(server('jishi:wrong@'), mail)).toMatchObject({
      outcome: 'again',
      answer: expect.stringContaining('535'),
    })
    expect(await deliver(server('jishi:s%26cret@'), mail)).toMatchObject({ outcome: 'sent' })
    expect(await deliver({ ...server('jishi:s%26cret@'), requireTLS: true }, mail)).toMatchObject({
      outcome: 'again',
    })
  })
})

test('a process that dies while it sends leaves the mail unclear, and it is not sent again', async () => {
  await subscribe(own, 'once')
  await contractIn('returned', own)
  await composeMails()
  await expect(
    sendNext(post.server, async (server, mail) => {
      await deliver(server, mail)
      throw new Error('killed')
    }),
  ).rejects.toThrow('killed')
  expect(await statuses()).toEqual(['sending'])
  await workMail(post.server)
  expect(await statuses(), 'while it may be at it').toEqual(['sending'])
  await later()
  await workMail(post.server)
  expect(await statuses()).toEqual(['unclear'])
  expect(post.taken).toHaveLength(1)
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
    const [row] = await owner`select details from trail where action = 'mail.change' order by id desc limit 1`
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
