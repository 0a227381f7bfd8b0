import { createHash, randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { GET as editionFile } from '@/app/(work)/report/[year]/editions/[number]/[form]/route'
import { GET as reportFile } from '@/app/(work)/report/[year]/file/route'
import { database } from '@/db/client'
import { reach, type Sender } from '@/db/testing/past-verbs'
import { plant } from '@/db/testing/plant'
import { visitor } from '@/db/transaction'
import type { Actor } from '@/lib/domain/access/actor'
import { shanghaiDate } from '@/lib/domain/time/dates'
import { asNow, colleague } from '@/lib/testing/colleagues'
import { moveIn, person, registrarOf } from '@/lib/testing/house'
import { serve } from '../api/serve'
import { nameDeputy } from '../delegations/make'
import { revoke } from '../delegations/revoke'
import { openReview } from './open-review'
import { publishEdition } from './publish'
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
  second,
  signAll,
} from './testing/reviewed'

// Files have tests of their own and take their time; here it matters that what was made once is kept.
vi.mock('../report/forms/render', () => ({
  renderReport: async (read: object, form: string, locale: string) =>
    new TextEncoder().encode(`${form} ${locale} ${Math.random()} ${Object.keys(read)}`),
}))

/** Who the session of a request is of. */
const session = vi.hoisted((): { of: unknown } => ({ of: null }))
vi.mock('../actor', () => ({ currentActor: async () => session.of }))
vi.mock('next-intl/server', () => ({ getLocale: async () => 'zh-CN' }))

/** Sent for review by one, signed by another, published by a third. */
async function published(key: { year: number; unit: string | null }) {
  await openReview(approver, key)
  await signAll(second, key)
  await publishEdition(auditor, key)
}

beforeAll(async () => {
  await moveIn()
  await plant(owner, contracts)
  await published(corps)
  await correct(1)
  await published(corps)
  await published({ year: 2024, unit: 'D08' })
}, 60_000)
afterAll(() => Promise.all([owner.end(), database().close()]))

describe('files of reports and editions', { timeout: 60_000 }, () => {
  const at = (path: string, headers = {}) => new Request(`http://jishi.test${path}`, { headers })
  const live = (actor: Actor | null, year: string, query: string) => {
    session.of = actor
    return reportFile(at(`/report/${year}/file?${query}`), { params: Promise.resolve({ year }) })
  }
  const ofEdition = (actor: Actor | null, [year, number, form]: [string, string, string], query = '') => {
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
      await ofEdition(office, ['2024', '1', 'pdf']),
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
    const ofUnit = await ofEdition(registrarOf('D01'), ['2024', '1', 'docx'], '?unit=D08')
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
      expect((await ofEdition(leader, ['2024', number, 'pdf'], query)).status).toBe(404)
    for (const year of ['2019', '1200', 'abcd'])
      expect((await ofEdition(leader, [year, '1', 'pdf'])).status).toBe(404)
    expect((await ofEdition(leader, ['2024', '1', 'exe'])).status).toBe(404)
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
      expect((await ofEdition(actor, ['2024', '1', 'pdf'])).status).toBe(status)
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
  const past = (who: Sender, statement: string) => reach(who, (tx) => tx.unsafe(statement))

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
      [leader, 1],
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
