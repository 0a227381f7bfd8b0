import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { database } from '@/db/client'
import { ownerUrl } from '@/db/testing/database'
import { entered, moveIn } from '@/lib/testing/house'
import { jpeg, pdf, png } from '@/lib/testing/sample-files'
import { submit } from '../contracts/submit'
import { attach, upload } from './attach'
import { openAttachment, readAttachments } from './read'
import { serve } from './serve'
import { another, code, files, first, foreign, keptFiles, own } from './testing/files'

let owner: postgres.Sql

beforeAll(async () => {
  await moveIn()
  owner = postgres(ownerUrl(), { max: 2 })
})

afterAll(() => Promise.all([owner.end(), database().close()]))

describe('bytes', () => {
  it('are kept once under their fingerprint, whatever they are called, readable by the service alone', async () => {
    const bytes = another()
    const one = await attach(own, { contract: await entered(own), kind: 'ATT03', fileName: 'a.exe', bytes })
    const two = await attach(foreign, {
      contract: await entered(foreign),
      kind: 'ATT03',
      fileName: 'b',
      bytes,
    })
    expect([one.fileName, two.fileName]).toEqual(['a.exe.pdf', 'b.pdf'])
    expect(keptFiles().filter((name) => name === one.sha256)).toHaveLength(1)
    const path = join(files(), one.sha256.slice(0, 2), one.sha256)
    expect(statSync(path).mode & 0o777).toBe(0o600)
    expect(statSync(path).size).toBe(bytes.byteLength)
  })

  it.each([
    ['nothing', async function* () {}, 'empty'],
    [
      'a page',
      async function* () {
        yield Buffer.from('<html><script>alert(1)</script></html>')
      },
      'wrong-type',
    ],
    [
      'half a file',
      async function* () {
        yield pdf().subarray(0, 700)
      },
      'damaged',
    ],
    [
      'a file that breaks off',
      async function* () {
        yield pdf().subarray(0, 700)
        throw new Error('aborted')
      },
      'incomplete',
    ],
  ])('that are %s are refused and leave nothing behind', async (_, parts, reason) => {
    const contract = await entered(own)
    const before = keptFiles()
    const given = { contract, kind: 'ATT02', fileName: 'x.pdf' }
    expect(await code(() => upload(own, given, parts()))).toBe(reason)
    expect(keptFiles()).toEqual(before)
    expect(await readAttachments(own, { contract })).toHaveLength(1)
  })

  it('are counted as they come: a file without end is stopped at the limit, an announced one before it begins', async () => {
    const contract = await entered(own)
    const before = keptFiles()
    const given = { contract, kind: 'ATT02', fileName: 'x.pdf' }
    let sent = 0
    async function* endless() {
      yield pdf()
      for (; sent < 500; sent += 1) yield Buffer.alloc(1024 * 1024)
    }
    expect(await code(() => upload(own, given, endless()))).toBe('too-large')
    expect(sent).toBeLessThanOrEqual(51)
    expect(await code(() => upload(own, given, endless(), 500 * 1024 * 1024))).toBe('too-large')
    expect(sent).toBeLessThanOrEqual(51)
    expect(await code(() => upload(own, given, [pdf()], pdf().length + 1))).toBe('incomplete')
    expect(keptFiles()).toEqual(before)
  })

  it('sent again because the answer was lost are attached once', async () => {
    const contract = await entered(own)
    const given = { contract, kind: 'ATT02', fileName: 'x.pdf', bytes: another() }
    const [one, two] = [await attach(own, given), await attach(own, given)]
    expect(two).toEqual(one)
    expect(await readAttachments(own, { contract })).toHaveLength(2)
  })

  it('of a contract submitted meanwhile are not taken', async () => {
    const contract = await entered(own)
    async function* slow() {
      yield another()
      await submit(own, { id: contract })
    }
    const given = { contract, kind: 'ATT02', fileName: 'x.pdf' }
    expect(await code(() => upload(own, given, slow()))).toBe('wrong-status')
    expect(await readAttachments(own, { contract })).toHaveLength(1)
  })

  it('of any kind are taken or refused, with any name and kind of paper', async () => {
    const contract = await entered(own)
    const body = fc.oneof(
      fc.uint8Array({ maxLength: 2000 }),
      fc.constantFrom(...[pdf(), png(), jpeg()].map((file) => new Uint8Array(file))),
    )
    const paper = fc.record({
      kind: fc.oneof(fc.constantFrom('ATT02', 'ATT15', ''), fc.string()),
      fileName: fc.string({ unit: 'binary', maxLength: 300 }),
    })
    await fc.assert(
      fc.asyncProperty(paper, body, async (given, bytes) => {
        const answer = await code(() => attach(own, { contract, ...given, bytes }))
        expect(['done', 'invalid-input', 'wrong-type', 'damaged', 'empty']).toContain(answer)
      }),
      { numRuns: 100 },
    )
  })
})

describe('a file is given out', () => {
  const ask = async (headers: Record<string, string> = {}, method = 'GET') => {
    const contract = await entered(own)
    const { id } = await first(contract)
    const file = await openAttachment(own, { contract, id })
    return { file, answer: await serve(file, new Request('http://x/', { headers, method })) }
  }

  it('whole, inert, private, under its name', async () => {
    const { file, answer } = await ask()
    expect(answer.status).toBe(200)
    expect((await answer.arrayBuffer()).byteLength).toBe(file.size)
    const headers = Object.fromEntries(answer.headers)
    expect(headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-length': String(file.size),
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-cache',
      etag: `"${file.sha256}"`,
      'content-disposition': `inline; filename="____.pdf"; filename*=UTF-8''${encodeURIComponent('合同文本.pdf')}`,
    })
    expect(headers['content-security-policy']).toMatch(/^default-src 'none';/)
    expect(headers['content-security-policy']).not.toContain('script-src')
  })

  it('in the part asked for', async () => {
    const { file, answer } = await ask({ range: 'bytes=0-4' })
    expect([answer.status, await answer.text(), answer.headers.get('content-range')]).toEqual([
      206,
      '%PDF-',
      `bytes 0-4/${file.size}`,
    ])
    const behind = await ask({ range: `bytes=${file.size}-` })
    expect([behind.answer.status, behind.answer.headers.get('content-range')]).toEqual([
      416,
      `bytes */${file.size}`,
    ])
    const changed = await ask({ range: 'bytes=0-4', 'if-range': '"another"' })
    expect(changed.answer.status).toBe(200)
    await changed.answer.body?.cancel()
  })

  it('not again to whoever has it', async () => {
    const contract = await entered(own)
    const { id, sha256 } = await first(contract)
    const file = await openAttachment(own, { contract, id })
    const answer = await serve(
      file,
      new Request('http://x/', { headers: { 'if-none-match': `W/"${sha256}"` } }),
    )
    expect([answer.status, await answer.text()]).toEqual([304, ''])
  })
})

it('nothing stays aside where files arrive', () => {
  expect(existsSync(join(files(), 'arriving'))).toBe(true)
  expect(readdirSync(join(files(), 'arriving'))).toEqual([])
})
