import { createHash, randomBytes } from 'node:crypto'
import postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { GET as editionFile } from '@/app/(work)/report/[year]/editions/[number]/[form]/route'
import { GET as reportFile } from '@/app/(work)/report/[year]/file/route'
import { database } from '@/db/client'
import { readEditions, readPublished } from '@/db/queries/published'
import { ownerUrl } from '@/db/testing/database'
import { chance, plant, randomContract } from '@/db/testing/plant'
import { plantAct } from '@/db/testing/plant-acts'
import { inTransaction, visitor } from '@/db/transaction'
import type { Actor } from '@/lib/domain/access/actor'
import { inboxQuerySchema } from '@/lib/domain/notice/notice'
import { plain } from '@/lib/domain/report/spans'
import { shanghaiDate } from '@/lib/domain/time/dates'
import { asNow, colleague } from '@/lib/testing/colleagues'
import { moveIn, person, registrarOf } from '@/lib/testing/house'
import { serve } from '../api/serve'
import { nameDeputy } from '../delegations/make'
import { revoke } from '../delegations/revoke'
import { readInbox } from '../notices/inbox'
import { readReport } from '../report/read-report'
import { checkEdition } from './examine'
import { sha256 } from './hashes'
import { makePublic } from './make-public'
import { openReview } from './open-review'
import { publishEdition } from './publish'
import { publicEditions, readEdition, readEditionFile } from './read-edition'
import { readReview } from './read-review'
import { signChapters } from './sign'
import { readSincePrint } from './since-print'
import { takeBackReport } from './take-back'

// Files have tests of their own and take their time; here it matters that what was made once is kept.
vi.mock('../report/forms/render', () => ({
  renderReport: async (read: object, form: string, locale: string) =>
    new TextEncoder().encode(`${form} ${locale} ${Math.random()} ${Object.keys(read)}`),
}))

/** Who the session of a request is of. */
const session = vi.hoisted((): { of: unknown } => ({ of: null }))
vi.mock('../actor', () => ({ currentActor: async () => session.of }))
vi.mock('next-intl/server', () => ({ getLocale: async () => 'zh-CN' }))

const owner = postgres(ownerUrl(), { max: 2, onnotice: () => {} })
const next = chance(7)
const contracts = Array.from({ length: 40 }, () => randomContract(next, [2023, 2024]))
const [approver, second, auditor] = [person('approver'), person('approver2'), person('auditor')]
const [leader, office] = [person('leader'), registrarOf('D08')]
const corps: { year: number; unit: string | null } = { year: 2024, unit: null }

beforeAll(async () => {
  await moveIn()
  await plant(owner, contracts)
}, 60_000)
afterAll(() => Promise.all([owner.end(), database().close()]))

const refusal = (code: string) => ({ detail: { code } })
const review = async (actor: Actor, key = corps) => {
  const found = await readReview(actor, key, await readReport(actor, key))
  if (!found) throw new Error('No review')
  return found
}
async function signAll(actor: Actor, key: { year: number; unit: string | null } = corps) {
  const { chapters } = await review(actor, key)
  await signChapters(actor, { ...key, chapters: chapters.map(({ id, hash }) => ({ id, hash })) })
}
/** Corrects a planted contract of the year now. */
async function correct(which: number) {
  const some = contracts.filter(({ facts }) => facts.year === 2024)[which]
  if (!some) throw new Error('No contract')
  const at = new Date()
  const change = { turnover: some.facts.turnover + 12_345_600n }
  return { some, acted: await plantAct(owner, some, { action: 'correct', at, change }) }
}

describe('an edition', { timeout: 60_000 }, () => {
  test('is reviewed by the centre alone, once at a time, and taken back', async () => {
    for (const actor of [office, leader, person('admin')])
      await expect(openReview(actor, corps)).rejects.toMatchObject(refusal('forbidden'))
    await expect(
      signChapters(leader, { ...corps, chapters: [{ id: 'opening', hash: 'x'.repeat(64) }] }),
    ).rejects.toMatchObject(refusal('edition-status'))
    expect(await openReview(approver, corps)).toEqual({ number: 1 })
    await expect(openReview(auditor, corps)).rejects.toMatchObject(refusal('edition-status'))
    await signAll(leader)
    expect(await takeBackReport(second, corps)).toEqual({ number: 1 })
    await expect(takeBackReport(second, corps)).rejects.toMatchObject({
      detail: { code: 'edition-status', edition: 'draft' },
    })
    await expect(openReview(approver, { year: 2024, unit: 'X99' })).rejects.toMatchObject(
      refusal('not-found'),
    )
    expect(await openReview(approver, corps)).toEqual({ number: 1 })
    const { chapters } = await review(approver)
    expect(chapters.flatMap(({ signatures }) => signatures)).toEqual([])
  })

  test('is signed chapter by chapter, as it was seen', async () => {
    const { chapters } = await review(leader)
    const [first] = chapters
    if (!first) throw new Error('No chapter')
    await expect(
      signChapters(office, { ...corps, chapters: [{ id: first.id, hash: first.hash }] }),
    ).rejects.toMatchObject(refusal('forbidden'))
    await expect(
      signChapters(leader, { ...corps, chapters: [{ id: first.id, hash: '0'.repeat(64) }] }),
    ).rejects.toMatchObject(refusal('conflict'))
    await expect(
      signChapters(leader, { ...corps, chapters: [{ id: 'nothing', hash: first.hash }] }),
    ).rejects.toMatchObject({ detail: { code: 'invalid-input', issues: [{ path: 'chapters.0' }] } })
    await signAll(second)
    expect(await readReview(office, corps, await readReport(leader, corps))).toBeNull()
  })

  test('whose figures move has its signatures broken, and says by what', async () => {
    const before = await review(leader)
    await correct(0)
    const now = await review(leader)
    const moved = now.chapters.filter(({ hash }, at) => hash !== before.chapters[at]?.hash)
    expect(moved.length).toBeGreaterThan(0)
    for (const { id, signatures } of now.chapters) {
      const broken = signatures.flatMap((one) => one.broken)
      expect(broken.length > 0).toBe(moved.some((one) => one.id === id))
    }
    const [change] = moved.flatMap(({ signatures }) => signatures.flatMap((one) => one.broken))
    expect(plain(change?.old?.zh ?? [])).not.toBe(plain(change?.new?.zh ?? []))
    const refused = await checkEdition(auditor, corps)
    expect(new Set(refused.failures.map(({ identity }) => identity))).toEqual(new Set(['signatures']))
    expect(refused.failures).toHaveLength(moved.length)
    await expect(publishEdition(auditor, corps)).rejects.toMatchObject(refusal('report-fails'))
    await signAll(second)
  })

  test('is published by another than who opened it', async () => {
    await expect(publishEdition(approver, corps)).rejects.toMatchObject(refusal('forbidden'))
    await takeBackReport(auditor, corps)
    await openReview(auditor, corps)
    await signAll(second)
    await expect(publishEdition(auditor, corps)).rejects.toMatchObject(refusal('own-review'))
    await expect(checkEdition(auditor, corps)).rejects.toMatchObject(refusal('own-review'))
    await takeBackReport(approver, corps)
    await openReview(approver, corps)
    await signAll(auditor)
    // The auditor's own signatures are not enough.
    await expect(publishEdition(auditor, corps)).rejects.toMatchObject(refusal('report-fails'))
    await signAll(second)
  })

  test('is not published while the register counts otherwise', async () => {
    const id = contracts.find(({ facts }) => facts.year === 2023)?.id ?? ''
    const meddle = (by: number) =>
      owner.begin(async (tx) => {
        await tx`alter table contract disable trigger user`
        await tx`update contract set content = jsonb_set(content, '{turnover}',
        to_jsonb(((content ->> 'turnover')::numeric + ${by})::text)) where id = ${id}`
        await tx`alter table contract enable trigger user`
      })
    await meddle(1)
    const { failures } = await checkEdition(auditor, corps)
    expect(failures.length).toBeGreaterThan(0)
    for (const { identity, where } of failures) {
      expect(identity).toBe('recount')
      expect(where.zh).toMatch(/^2023 .* 成交额$/)
    }
    await expect(publishEdition(auditor, corps)).rejects.toMatchObject(refusal('report-fails'))
    await meddle(-1)
  })

  test('is published with its files, and known to places and bridges', async () => {
    expect(await publishEdition(auditor, corps)).toEqual({ number: 1 })
    const read = await readEdition(office, corps)
    expect(read.report.unit).toBeNull()
    expect(read.files).toHaveLength(6)
    expect(read.errata).toBeNull()
    expect(read.headRoot).toMatch(/^[0-9a-f]{64}$/)
    const [recorded, places] = await inTransaction(auditor, async (tx) => [
      await readEditions(tx, 2024),
      await readPublished(tx),
    ])
    expect(recorded).toEqual([{ year: 2024, edition: 1, publishedAt: read.head.knownAt }])
    const sum = contracts.filter(({ facts }) => facts.year === 2024 && facts.unit === 'D12')
    expect(places.find(({ unit }) => unit === 'D12')?.turnover).toBeGreaterThanOrEqual(
      sum.reduce((all, { facts }) => all + facts.turnover, 0n),
    )
    await expect(publishEdition(auditor, corps)).rejects.toMatchObject(refusal('edition-status'))
    await expect(openReview(approver, corps)).rejects.toMatchObject(refusal('no-difference'))
    await expect(readEdition(person('admin'), corps)).rejects.toMatchObject(refusal('forbidden'))
    for (const who of [leader, approver, auditor, office]) {
      const { notices } = await readInbox(who, inboxQuerySchema.parse({ group: 'reports' }))
      expect(
        notices.map(({ kind, params }) => [kind, params.year]),
        who.role,
      ).toEqual([['report.published', 2024]])
    }
  })

  test('stays byte for byte what it was, whatever the register does', async () => {
    const ask = { ...corps, number: 1, form: 'docx', locale: 'zh-CN' }
    const [before, file] = [await readEdition(leader, corps), await readEditionFile(leader, ask)]
    expect(sha256(file.bytes)).toBe(
      before.files.find(({ form, locale }) => form === 'docx' && locale === 'zh-CN')?.sha256,
    )
    const { some } = await correct(1)
    const after = await readEdition(office, corps)
    expect(after.contentHash).toBe(before.contentHash)
    expect(after.report.chapters).toEqual(before.report.chapters)
    expect((await readEditionFile(office, ask)).bytes.equals(file.bytes)).toBe(true)

    const since = await readSincePrint(leader, corps)
    const corrected = since.bridge.parts.find(({ cause }) => cause === 'corrected')
    expect(corrected).toMatchObject({ acts: 1n, change: { contracts: 0n, turnover: 12_345_600n } })
    expect(since.places.length).toBeGreaterThan(0)
    for (const { reasons } of since.places)
      expect(reasons).toMatchObject([{ cause: 'corrected', contracts: [{ id: some.id }] }])
    await expect(readSincePrint(office, corps)).rejects.toMatchObject(refusal('not-found'))
  })

  test('is revised with exact errata', async () => {
    expect(await openReview(approver, corps)).toEqual({ number: 2 })
    await signAll(second)
    const places = (await readSincePrint(leader, corps)).places
    expect(await publishEdition(auditor, corps)).toEqual({ number: 2 })
    const { errata, report, editions } = await readEdition(leader, corps)
    expect(editions.map(({ number }) => number)).toEqual([2, 1])
    expect(errata?.against).toBe(1)
    expect(errata?.places).toEqual(places)
    const before = (await readEdition(leader, { ...corps, number: 1 })).report
    const total = errata?.places.find(({ key }) => key === 'types/total/turnover')
    const shown = (of: typeof report) =>
      of.tables.flatMap((one) =>
        'table' in one && one.spec.id === 'types' ? [one.table.total?.cells.turnover] : [],
      )
    expect([shown(before), shown(report)]).not.toEqual([shown(report), shown(report)])
    expect(plain(total?.old?.zh ?? [])).not.toBe(plain(total?.new?.zh ?? []))
    expect(total?.reasons).toMatchObject([{ cause: 'corrected', contracts: [{}] }])
  })

  test('is there for the public when the auditor says so, and no longer', async () => {
    await expect(readEdition(visitor, corps)).rejects.toMatchObject(refusal('not-found'))
    await expect(makePublic(approver, { ...corps, number: 2, isPublic: true })).rejects.toMatchObject(
      refusal('forbidden'),
    )
    await expect(makePublic(auditor, { ...corps, number: 9, isPublic: true })).rejects.toMatchObject(
      refusal('invalid-input'),
    )
    await makePublic(auditor, { ...corps, number: 2, isPublic: true })
    const read = await readEdition(visitor, corps)
    expect([read.head.number, read.editions.length, read.people]).toEqual([2, 1, null])
    await expect(readEdition(visitor, { ...corps, number: 1 })).rejects.toMatchObject(refusal('not-found'))
    expect((await readEditionFile(visitor, { ...corps, form: 'pdf', locale: 'en' })).number).toBe(2)
    expect((await publicEditions()).map(({ year, number }) => [year, number])).toEqual([[2024, 2]])
    await makePublic(auditor, { ...corps, number: 2, isPublic: false })
    expect(await publicEditions()).toEqual([])
  })

  test('of a unit is that unit’s, and no place of the Corps', async () => {
    const own = { year: 2024, unit: 'D08' }
    await openReview(approver, own)
    await signAll(second, own as never)
    expect(await publishEdition(auditor, own)).toEqual({ number: 1 })
    expect((await readEdition(registrarOf('D01'), own)).report.unit).toBe('D08')
    expect((await readSincePrint(office, own)).places).toEqual([])
    expect(await inTransaction(auditor, (tx) => readEditions(tx, 2024))).toHaveLength(2)
  })

  test('of a year that runs is refused', async () => {
    const key = { year: new Date().getFullYear(), unit: null }
    await openReview(approver, key)
    const { failures } = await checkEdition(auditor, key)
    expect(failures.map(({ identity }) => identity)).toContain('year')
    await takeBackReport(approver, key)
  })
})

describe('files of reports and editions', { timeout: 60_000 }, () => {
  const at = (path: string, headers = {}) => new Request(`http://jishi.test${path}`, { headers })
  const live = (actor: Actor | null, year: string, query: string) => {
    session.of = actor
    return reportFile(at(`/report/${year}/file?${query}`), { params: Promise.resolve({ year }) })
  }
  const published = (actor: Actor | null, [year, number, form]: [string, string, string], query = '') => {
    session.of = actor
    const params = Promise.resolve({ year, number, form })
    return editionFile(at(`/report/${year}/editions/${number}/${form}${query}`), { params })
  }
  const tokens = new Map<string, string>()
  const asked = (actor: Actor | null, year: string, query = '') =>
    serve(
      at(`/api/v1/report/${year}${query}`, actor ? { authorization: `Bearer ${tokens.get(actor.id)}` } : {}),
    )
  const nameOf = (response: Response) =>
    decodeURIComponent(/UTF-8''(.*)/.exec(response.headers.get('content-disposition') ?? '')?.[1] ?? '')
  const exports = () => owner`
    select actor, details from trail where action = 'report.export' order by id`

  beforeAll(async () => {
    for (const actor of [office, leader, person('admin')]) {
      const token = `jishi_${randomBytes(32).toString('base64url')}`
      tokens.set(actor.id, token)
      await owner`insert into credential (account, password_hash, must_change) values (${actor.id}, 'x', false)`
      await owner`insert into api_token ${owner({
        id: crypto.randomUUID(),
        account: actor.id,
        label: 'test',
        hash: createHash('sha256').update(token).digest('hex'),
        expires_at: new Date(Date.now() + 86_400_000),
      } as never)}`
    }
  })

  test('of the live report are the office’s own alone, by session and by token', async () => {
    for (const own of [
      await live(office, '2024', 'form=docx'),
      await live(office, '2024', 'form=docx&unit=D08'),
      await asked(office, '2024.docx'),
    ]) {
      expect([own.status, nameOf(own)]).toEqual([200, '2024 年八师技术市场统计年报.docx'])
      expect(own.headers.get('cache-control')).toBe('no-store')
    }
    expect((await live(office, '2024', 'form=pdf&unit=D01')).status).toBe(404)
    expect((await asked(office, '2024.pdf', '?unit=D01')).status).toBe(404)
    expect((await asked(office, '2024.json', '?unit=D01')).status).toBe(404)
    expect(nameOf(await live(leader, '2024', 'form=xlsx&unit=D01'))).toBe('2024 年一师技术市场统计年报.xlsx')
  })

  test('of published editions are everybody’s who reads statistics, the same bytes by session and by token', async () => {
    const [bySession, withToken] = [
      await published(office, ['2024', '1', 'pdf']),
      await asked(office, '2024.pdf', '?edition=1'),
    ]
    expect([bySession.status, withToken.status]).toEqual([200, 200])
    const bytes = Buffer.from(await bySession.arrayBuffer())
    expect(bytes.equals(Buffer.from(await withToken.arrayBuffer()))).toBe(true)
    const again = await editionFile(at('/x', { 'if-none-match': bySession.headers.get('etag') ?? '' }), {
      params: Promise.resolve({ year: '2024', number: '1', form: 'pdf' }),
    })
    expect(again.status).toBe(304)
    expect(await (await asked(office, '2024', '?edition=2')).json()).toMatchObject({ edition: 2, unit: null })
    const ofUnit = await published(registrarOf('D01'), ['2024', '1', 'docx'], '?unit=D08')
    expect(nameOf(ofUnit)).toBe('2024年八师技术市场统计年报（第1版）.docx')
  })

  test('that there are none of are refused, whoever asks', async () => {
    for (const [number, query] of [
      ['9', ''],
      ['1', '?unit=X99'],
      ['1', '?unit=D01'],
      ['0', ''],
      ['x', ''],
      ['1', '?locale=fr'],
    ] as const)
      expect((await published(leader, ['2024', number, 'pdf'], query)).status).toBe(404)
    for (const year of ['2019', '1200', 'abcd'])
      expect((await published(leader, [year, '1', 'pdf'])).status).toBe(404)
    expect((await published(leader, ['2024', '1', 'exe'])).status).toBe(404)
    for (const query of ['?edition=9', '?edition=1&unit=X99', '?unit=X99'])
      expect((await asked(leader, '2024.pdf', query)).status).toBe(404)
    for (const [year, query] of [
      ['1200', ''],
      ['abcd.json', ''],
      ['2024.exe', ''],
      ['2024.pdf', '?edition=x'],
      ['2024.exe', '?edition=1'],
      ['2024.pdf', '?asOf=yesterday'],
    ] as const)
      expect((await asked(leader, year, query)).status).toBe(422)
    for (const query of ['form=exe', '', 'form=pdf&asOf=yesterday', 'form=pdf&language=fr'])
      expect((await live(leader, '2024', query)).status).toBe(422)
    expect((await live(leader, '1200', 'form=pdf')).status).toBe(422)
    expect((await live(leader, '2024', 'form=pdf&unit=X99')).status).toBe(404)
  })

  test('are nobody’s without a session or a token, nor without figures', async () => {
    for (const [actor, status] of [
      [null, 401],
      [person('admin'), 403],
    ] as const) {
      expect((await live(actor, '2024', 'form=pdf')).status).toBe(status)
      expect((await published(actor, ['2024', '1', 'pdf'])).status).toBe(status)
      for (const query of ['', '?edition=1']) {
        expect((await asked(actor, '2024', query)).status).toBe(status)
        expect((await asked(actor, '2024.pdf', query)).status).toBe(status)
      }
    }
  })

  test('made anew stand on the trail, each with whose and what; what was refused is not among them', async () => {
    const before = (await exports()).length
    await live(office, '2024', 'form=pdf')
    await asked(leader, '2024.docx', '?unit=D12&language=en&asOf=2025-01-20T00:00:00Z')
    await live(office, '2024', 'form=pdf&unit=D12')
    await asked(person('admin'), '2024.pdf')
    const told = (await exports()).slice(before)
    expect(told).toMatchObject([
      { actor: office.id, details: { unit: 'D08', asOf: null, form: 'pdf', language: 'zh-CN' } },
      {
        actor: leader.id,
        details: { unit: 'D12', asOf: '2025-01-20T00:00:00.000Z', form: 'docx', language: 'en' },
      },
    ])
  })

  test('what changed since print is told of what the reader may see live, and of no other edition', async () => {
    for (const wrong of [
      { ...corps, number: 9 },
      { year: 2019, unit: null },
      { year: 2024, unit: 'X99' },
    ])
      await expect(readSincePrint(leader, wrong)).rejects.toMatchObject(refusal('not-found'))
    await expect(readSincePrint(registrarOf('D01'), { year: 2024, unit: 'D08' })).rejects.toMatchObject(
      refusal('not-found'),
    )
    await expect(readSincePrint(person('admin'), corps)).rejects.toMatchObject(refusal('forbidden'))
  })
})

describe('the wall behind the verbs', { timeout: 60_000 }, () => {
  /** SQL past every verb, in an actor's name; rolled back. */
  async function past(actor: { id?: string; role: string; unit?: string | null }, statement: string) {
    let rows: number | string = 'refused'
    await owner
      .begin(async (tx) => {
        await tx`set local role jishi_app`
        await tx`select set_config('app.actor', ${actor.id ?? ''}, true), set_config('app.role', ${actor.role}, true),
          set_config('app.unit', ${actor.unit ?? ''}, true)`
        rows = (await tx.unsafe(statement)).count
        throw new Error('roll back')
      })
      .catch(() => {})
    return rows
  }

  test('lets nobody change or take away what is published, or sign and add to it', async () => {
    for (const actor of [approver, auditor, leader, office]) {
      expect(['refused', 0]).toContain(
        await past(actor, `update report_edition set content = 'x' where status = 'published'`),
      )
      for (const table of ['report_edition', 'report_signature', 'report_file'])
        expect(await past(actor, `delete from ${table}`)).toBe('refused')
      expect(await past(actor, `update report_file set sha256 = ''`)).toBe('refused')
      expect(
        await past(
          actor,
          `insert into report_file select id, 'x', 'x', repeat('0', 64), '' from report_edition where status = 'published' limit 1`,
        ),
      ).toBe('refused')
    }
    expect(
      await past(approver, `update report_edition set is_public = true where status = 'published'`),
    ).toBe('refused')
  })

  test('keeps four eyes, and drafts from offices and visitors', async () => {
    await openReview(approver, { year: 2023, unit: null })
    const publish = (
      by: Actor,
    ) => `update report_edition set status = 'published', published_by = '${by.id}', published_at = now(),
      known_at = now(), content = '', content_hash = '', catalogue_hash = '', outline_hash = '' where year = 2023`
    expect(await past(auditor, publish(auditor))).toBe('refused')
    await signAll(auditor, { year: 2023, unit: null })
    expect(await past(auditor, publish(auditor))).toBe('refused')
    await signAll(second, { year: 2023, unit: null })
    expect(await past(auditor, publish(auditor))).toBe(1)
    expect(await past(approver, publish(approver))).toBe('refused')
    expect(await past(auditor, publish(approver))).toBe('refused')
    expect(
      await past(
        leader,
        `insert into report_signature (edition, round, chapter, hash, seen, signed_by)
        select id, round, 'x', '', '', '${second.id}' from report_edition where year = 2023`,
      ),
    ).toBe('refused')
    for (const [actor, drafts] of [
      [office, 0],
      [visitor, 0],
      [leader, 2],
    ] as const)
      expect(await past(actor, `select from report_edition where status <> 'published'`)).toBe(drafts)
    expect(await past(visitor, 'select from report_edition')).toBe(0)
    expect(await past(visitor, 'select from report_file')).toBe(0)
  })

  test('lets no deputy publish what the one they stand in for sent, or on their signature alone', async () => {
    const today = shanghaiDate(new Date())
    const [away, deputy] = [await colleague('away.c', 'auditor'), await colleague('deputy.c', 'auditor')]
    const publish = (
      year: number,
    ) => `update report_edition set status = 'published', published_by = '${deputy.id}',
      published_at = now(), known_at = now(), content = '', content_hash = '', catalogue_hash = '', outline_hash = ''
      where year = ${year} and unit = 'D06'`
    const [sent, signed] = [
      { year: 2023, unit: 'D06' },
      { year: 2024, unit: 'D06' },
    ]
    await openReview(away, sent)
    await signAll(second, sent)
    await openReview(approver, signed)
    await signAll(away, signed)
    expect([await past(deputy, publish(2023)), await past(deputy, publish(2024))]).toEqual([1, 1])
    const { id } = await nameDeputy(away, { deputy: deputy.id, from: today, until: today })
    expect([await past(deputy, publish(2023)), await past(deputy, publish(2024))]).toEqual([
      'refused',
      'refused',
    ])
    await expect(publishEdition(await asNow(deputy), signed)).rejects.toMatchObject(refusal('report-fails'))
    await signAll(second, signed)
    expect(await past(deputy, publish(2024))).toBe(1)
    await revoke(away, { id })
    await takeBackReport(approver, sent)
    await takeBackReport(approver, signed)
  })
})

test('who stands in for whoever sent a report for review does not publish it', async () => {
  const key = { year: 2024, unit: 'D05' }
  const deputy = await colleague('auditor.deputy', 'auditor')
  const today = shanghaiDate(new Date())
  await openReview(auditor, key)
  await nameDeputy(auditor, { deputy: deputy.id, from: today, until: today })
  await expect(publishEdition(auditor, key)).rejects.toMatchObject(refusal('own-review'))
  await expect(publishEdition(await asNow(deputy), key)).rejects.toMatchObject(refusal('stands-for'))
})
