import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { database } from '@/db/client'
import { readEditions, readPublished } from '@/db/queries/published'
import { plant } from '@/db/testing/plant'
import { inTransaction, visitor } from '@/db/transaction'
import { inboxQuerySchema } from '@/lib/domain/notice/notice'
import { plain } from '@/lib/domain/report/spans'
import { moveIn, person, registrarOf } from '@/lib/testing/house'
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
import {
  approver,
  auditor,
  contracts,
  corps,
  correct,
  leader,
  office,
  owner,
  refusal,
  review,
  second,
  signAll,
} from './testing/reviewed'

// Files have tests of their own and take their time; here it matters that what was made once is kept.
vi.mock('../report/forms/render', () => ({
  renderReport: async (read: object, form: string, locale: string) =>
    new TextEncoder().encode(`${form} ${locale} ${Math.random()} ${Object.keys(read)}`),
}))

beforeAll(async () => {
  await moveIn()
  await plant(owner, contracts)
}, 60_000)

afterAll(() => Promise.all([owner.end(), database().close()]))

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
    await signAll(second, own)
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
