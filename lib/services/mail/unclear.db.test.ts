import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { database } from '@/db/client'
import { sql } from '@/db/testing/sql'
import { inboxQuerySchema } from '@/lib/domain/notice/notice'
import { contractIn, moveIn } from '@/lib/testing/house'
import { readInbox } from '../notices/inbox'
import { resendMail } from './administer'
import { deliver } from './deliver'
import { readMailServer } from './server'
import { admin, failing, later, listening, mails, own, type Post, statuses, subscribe } from './testing/post'
import { composeMails, sendNext, workMail } from './work'

let post: Post

beforeAll(moveIn)
beforeEach(async () => {
  await sql()`truncate outbox, outbox_notice, notice_read, mail_setting, notice`
  post = await listening()
})

afterEach(() => post.close())
afterAll(() => database().close())

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
