import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { database } from '@/db/client'
import { atTime } from '@/db/clock'
import { appUrl, ownerUrl } from '@/db/testing/database'
import type { Actor } from '@/lib/domain/access/actor'
import { may } from '@/lib/domain/access/permissions'
import { roleNames } from '@/lib/domain/access/roles'
import type { ListedFile } from '@/lib/domain/attachments/files'
import { sees, statusNames } from '@/lib/domain/contract/lifecycle'
import { Problem } from '@/lib/domain/problems'
import { contractIn, entered, moveIn, person, registrarOf } from '@/lib/testing/house'
import { jpeg, pdf, png } from '@/lib/testing/sample-files'
import { returnForCorrection } from '../contracts/return'
import { save } from '../contracts/save'
import { submit } from '../contracts/submit'
import { contractPdf } from '../demo/contract-pdf'
import { attach, upload } from './attach'
import { detach } from './detach'
import { openAttachment, readAttachments } from './read'
import { serve } from './serve'

const own = registrarOf('D08')
const foreign = registrarOf('D01')
const cast: readonly Actor[] = [
  own,
  foreign,
  ...roleNames.filter((role) => role !== 'registrar').map((role) => person(role)),
]
const files = () => join(process.env.DATA_DIR ?? '', 'files')
const keptFiles = () =>
  readdirSync(files(), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => name)
    .sort()

let owner: postgres.Sql
let made = 0
const another = () => {
  made += 1
  return contractPdf('附件', [`第${made}份`, crypto.randomUUID()])
}

beforeAll(async () => {
  await moveIn()
  owner = postgres(ownerUrl(), { max: 2 })
})
afterAll(() => Promise.all([owner.end(), database().close()]))

async function code(work: () => Promise<unknown>): Promise<string> {
  try {
    await work()
    return 'done'
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    return error.detail.code === 'unfit-file' ? error.detail.reason : error.detail.code
  }
}

const first = async (contract: string): Promise<ListedFile> => {
  const [file] = await readAttachments(own, { contract })
  if (!file) throw new Error('no file')
  return file
}

describe.each(statusNames)('the file of a contract that is %s', (status) => {
  it('is there for just those who see the contract, and can be changed only while it is edited', async () => {
    const contract = await contractIn(status, own)
    const { id } = await first(contract)
    for (const actor of cast) {
      const seen = sees(actor, { status, unit: 'D08' })
      const expected = !may(actor.role, 'contract.read') ? 'forbidden' : seen ? 'done' : 'not-found'
      expect(await code(() => openAttachment(actor, { contract, id }))).toBe(expected)
      expect(await code(() => readAttachments(actor, { contract }))).toBe(expected)
      const edits =
        actor.role !== 'registrar'
          ? 'forbidden'
          : !seen
            ? 'not-found'
            : status === 'draft' || status === 'returned'
              ? 'done'
              : 'wrong-status'
      const upload = { contract, kind: 'ATT02', fileName: '承诺书.pdf', bytes: another() }
      expect(await code(() => attach(actor, upload))).toBe(edits)
    }
    // A contract of one's own does not open the door to another's file.
    const mine = await entered(foreign)
    expect(await code(() => openAttachment(foreign, { contract: mine, id }))).toBe('not-found')
    const edited = status === 'draft' || status === 'returned'
    expect(await code(() => detach(foreign, { contract, id }))).toBe('not-found')
    expect(await code(() => detach(own, { contract, id }))).toBe(edited ? 'done' : 'wrong-status')
  })
})

it('after submission the database itself lets no file come, change or go', async () => {
  const contract = await contractIn('submitted', own)
  const { id, sha256 } = await first(contract)
  const app = postgres(appUrl(), { max: 1 })
  const attempts = [
    (tx: postgres.TransactionSql) => tx`update attachment set removed_at = now() where id = ${id}`,
    (tx: postgres.TransactionSql) => tx`update attachment set sha256 = ${'0'.repeat(64)} where id = ${id}`,
    (tx: postgres.TransactionSql) => tx`delete from attachment where id = ${id}`,
    (
      tx: postgres.TransactionSql,
    ) => tx`insert into attachment (id, contract, kind, file_name, media_type, size, sha256, added_by)
      values (gen_random_uuid(), ${contract}, 'ATT02', 'x.pdf', 'application/pdf', 1, ${sha256}, ${own.id})`,
  ]
  for (const attempt of attempts) {
    const sent = app.begin(async (tx) => {
      await tx`select set_config('app.actor', ${own.id}, true), set_config('app.role', 'registrar', true),
        set_config('app.unit', 'D08', true)`
      await attempt(tx)
    })
    await expect(sent).rejects.toThrow(/attachment|permission denied/)
  }
  await app.end()
})

it('a submission puts its files on the ledger by their fingerprints', async () => {
  const contract = await entered(own)
  const kept = await attach(own, { contract, kind: 'ATT02', fileName: '承诺书.pdf', bytes: another() })
  const gone = await attach(own, { contract, kind: 'ATT13', fileName: '预算.pdf', bytes: another() })
  await detach(own, { contract, id: gone.id })
  await submit(own, { id: contract })
  const [event] =
    await owner`select details from contract_event where contract = ${contract} and action = 'submit'`
  const text = await first(contract)
  expect(event?.details.attachments).toEqual(
    [text, kept].map(({ id, kind, sha256 }) => ({ id, kind, sha256 })).sort((a, b) => (a.id < b.id ? -1 : 1)),
  )
})

it('a file taken off is gone, unless it was once submitted: then it is part of what was decided on', async () => {
  const approver = person('approver')
  const contract = await entered(own)
  const never = await attach(own, { contract, kind: 'ATT13', fileName: '错的.pdf', bytes: another() })
  await detach(own, { contract, id: never.id })
  const old = await first(contract)
  await submit(own, { id: contract })
  await returnForCorrection(approver, { id: contract, reasons: [{ code: 'B01', path: 'ATT01' }] })
  await detach(own, { contract, id: old.id })
  expect(await code(() => detach(own, { contract, id: old.id }))).toBe('not-found')
  expect(await readAttachments(own, { contract })).toEqual([])
  expect(await code(() => openAttachment(approver, { contract, id: old.id }))).toBe('done')
  expect(await code(() => openAttachment(own, { contract, id: never.id }))).toBe('not-found')
})

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

describe('the same file on another contract', () => {
  it('is told by name within one’s reach, and beyond it as a number alone', async () => {
    const bytes = another()
    const give = async (registrar: Actor, kind: string) => {
      const contract = await entered(registrar)
      await attach(registrar, { contract, kind, fileName: 'x.pdf', bytes })
      return contract
    }
    const [mine, sister, theirs] = [
      await give(own, 'ATT02'),
      await give(own, 'ATT02'),
      await give(foreign, 'ATT02'),
    ]
    const found = (await readAttachments(own, { contract: mine })).find(({ kind }) => kind === 'ATT02')
    expect(found?.alsoOn.map(({ id }) => id)).toEqual([sister])
    expect(found?.alsoElsewhere).toBe(1)
    const said = JSON.stringify(found)
    expect(said).not.toContain(theirs)
    const refusal = await submit(own, { id: mine }).catch((error) => error)
    expect(refusal.detail).toMatchObject({
      code: 'check-failed',
      findings: expect.arrayContaining([expect.objectContaining({ rule: 'Q15', path: 'ATT02' })]),
    })
    await save(own, { id: mine, explanations: { Q15: '同一承诺书适用于两份合同。' } })
    await submit(own, { id: mine })
    const seen = (await readAttachments(person('approver'), { contract: mine })).find(
      ({ kind }) => kind === 'ATT02',
    )
    // The other two are drafts, which the centre does not see either.
    expect([seen?.alsoOn, seen?.alsoElsewhere]).toEqual([[], 2])
  })

  it('is nothing to speak of for papers that are rightly handed in again', async () => {
    const bytes = another()
    for (const registrar of [own, foreign]) {
      const contract = await entered(registrar)
      await attach(registrar, { contract, kind: 'ATT03', fileName: '营业执照.pdf', bytes })
      const found = (await readAttachments(registrar, { contract })).find(({ kind }) => kind === 'ATT03')
      expect([found?.alsoOn, found?.alsoElsewhere]).toEqual([[], 0])
    }
  })

  it('can’t be asked about a contract outside one’s reach', async () => {
    const bytes = another()
    const one = await entered(own)
    await attach(own, { contract: one, kind: 'ATT02', fileName: 'x.pdf', bytes })
    await attach(own, { contract: await entered(own), kind: 'ATT02', fileName: 'x.pdf', bytes })
    const app = postgres(appUrl(), { max: 1 })
    const counted = async (actor: Actor) =>
      app.begin(async (tx) => {
        await tx`select set_config('app.actor', ${actor.id}, true), set_config('app.role', ${actor.role}, true),
          set_config('app.unit', ${actor.unit ?? ''}, true)`
        return (await tx`select from jishi_same_file_elsewhere(${one})`).count
      })
    expect(await counted(own)).toBe(1)
    for (const actor of cast.filter((actor) => actor !== own)) expect(await counted(actor)).toBe(0)
    await app.end()
  })
})

it('reading is on the trail once for a person, a file and a quarter of an hour', async () => {
  const contract = await contractIn('submitted', own)
  const { id } = await first(contract)
  const start = new Date('2026-03-02T02:00:00Z')
  const later = (minutes: number) => new Date(start.getTime() + minutes * 60_000)
  const read = (actor: Actor, at: Date) => atTime(at, () => openAttachment(actor, { contract, id }))
  const [one, two] = [person('approver'), person('approver2')]
  await Promise.all(Array.from({ length: 8 }, () => read(one, start)))
  await read(one, later(14))
  await read(two, later(14))
  await read(one, later(16))
  const rows = await owner`select actor from trail where action = 'file.read' and subject = ${id} order by id`
  expect(rows.map(({ actor }) => actor)).toEqual([one.id, two.id, one.id])
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
