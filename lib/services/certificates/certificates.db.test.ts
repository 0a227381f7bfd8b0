import postgres from 'postgres'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { database } from '@/db/client'
import { appUrl, ownerUrl } from '@/db/testing/database'
import { inTransaction, visitor, type Who } from '@/db/transaction'
import { may } from '@/lib/domain/access/permissions'
import { typedCode } from '@/lib/domain/certificate/code'
import { readListQuery } from '@/lib/domain/contract/list-query'
import { settings } from '@/lib/domain/settings'
import { cancelled, evidenceFor, revoked } from '@/lib/testing/contracts'
import { contractIn, moveIn, person, registrarOf } from '@/lib/testing/house'
import { serve } from '../api/serve'
import { verifyAnswer } from '../api/verify-answer'
import { ofRole, readPdf } from '../report/forms/testing/read-pdf'
import { ask } from '../requests/ask'
import { grant } from '../requests/grant'
import { checkCode, digestOf } from './check-code'
import { chosen, printCertificate } from './print'
import { printChosen } from './print-chosen'
import { verifyCertificate } from './verify'

const heard = { address: '10.0.0.8' }

const office = registrarOf('D08')
const stranger = registrarOf('D01')
const [approver, second, auditor] = [person('approver'), person('approver2'), person('auditor')]
const owner = postgres(ownerUrl(), { max: 1, onnotice: () => {} })
const app = postgres(appUrl(), { max: 1, onnotice: () => {} })
const refusal = (code: string) => ({ detail: { code } })
const address = '10.0.0.8'

beforeAll(moveIn)
beforeEach(() => owner`delete from rate_bucket`)
afterAll(() => Promise.all([owner.end(), app.end(), database().close()]))

/** What is printed of a contract now: its bytes, and number and code as a person reads them off. */
async function printed(id: string, actor = office, language = 'zh-CN') {
  const { bytes } = await printCertificate(actor, { id, language })
  const { elements } = await readPdf(bytes)
  const text = elements.map((one) => one.text).join('')
  const number = ofRole(elements, 'TD')[0]?.text ?? ''
  const code = typedCode(/(?:核验码|Checkcode)([0-9A-Z]{5}-[0-9A-Z]{5})/.exec(text)?.[1] ?? '') ?? ''
  return { bytes, text, number, code }
}
type Printed = Awaited<ReturnType<typeof printed>>
const check = ({ number, code }: Pick<Printed, 'number' | 'code'>) =>
  verifyCertificate({ number, code }, address)

async function amended(id: string, kind: 'correct' | 'change', patch: object, reason: string) {
  await evidenceFor(office, id)
  const made = await ask(office, { id, kind, patch, reason, text: '按依据材料更改登记事项。' })
  await grant(second, { id: made.id })
}

describe('a certificate', { timeout: 60_000 }, () => {
  test('states what was registered, in the same bytes whoever prints it, whenever, in whichever process', async () => {
    const id = await contractIn('registered', office)
    const first = await printed(id)
    expect(first.text).toContain('石河子大学')
    expect(first.text).toContain(office.name)
    expect(first.text).toContain(approver.name)
    expect(Buffer.compare((await printed(id, auditor)).bytes, first.bytes)).toBe(0)
    // Another process shares nothing with this one but the register.
    vi.resetModules()
    const other = await import('./print')
    const again = await other.printCertificate(approver, { id })
    expect(Buffer.compare(again.bytes, first.bytes)).toBe(0)
    const papers = await owner`select number, version, unit from certificate where ${id} = any(contracts)`
    expect(papers).toEqual([{ number: first.number, version: 1, unit: 'D08' }])
  })

  test('keeps what a version stated when people and units are called otherwise', async () => {
    const id = await contractIn('registered', office)
    const first = await printed(id)
    await owner`update account set name = '改名' where id = ${office.id}`
    await owner`update unit_version set name_zh = '第八师' where unit = 'D08'`
    const again = await printed(id)
    await owner`update account set name = ${office.name} where id = ${office.id}`
    await owner`update unit_version set name_zh = '八师' where unit = 'D08'`
    expect(Buffer.compare(again.bytes, first.bytes)).toBe(0)
    expect(await check(first)).toMatchObject({ standing: 'valid', facts: { registrar: office.name } })
  })

  test('is printed at once by many, and is one paper', async () => {
    const id = await contractIn('registered', office)
    const all = await Promise.all([office, approver, auditor, second].map((actor) => printed(id, actor)))
    expect(new Set(all.map(({ code }) => code)).size).toBe(1)
    expect(await owner`select from certificate where ${id} = any(contracts)`).toHaveLength(1)
  })

  test('follows the course of its contract: corrected, changed, revoked', async () => {
    const id = await contractIn('registered', office)
    const one = await printed(id)
    expect(await check(one)).toMatchObject({ standing: 'valid', since: { acts: [], changed: [] } })
    // Something that no paper states.
    await amended(id, 'correct', { techField: '03' }, 'C03')
    expect(await check(one)).toMatchObject({
      standing: 'superseded',
      since: { version: 2, acts: [{ act: 'correct' }], changed: [] },
    })
    const two = await printed(id)
    expect(two.text).toContain('第2版')
    expect(two.code).not.toBe(one.code)
    await amended(id, 'change', { name: '棉田水肥一体化技术研究开发', endDate: '2029-12-31' }, 'M02')
    const since = { version: 3, changed: ['name', 'to'] }
    expect(await check(two)).toMatchObject({ standing: 'superseded', version: 2, since })
    expect(await check(one)).toMatchObject({
      standing: 'superseded',
      since: { ...since, acts: [{ act: 'correct' }, { act: 'change' }] },
    })
    const three = await printed(id)
    expect(await check(three)).toMatchObject({
      standing: 'valid',
      facts: { name: '棉田水肥一体化技术研究开发' },
    })
    await revoked(office, id)
    for (const paper of [one, two, three])
      expect(await check(paper)).toMatchObject({ standing: 'revoked', since: { changed: [] } })
    expect(await check(three)).toMatchObject({ since: { acts: [{ act: 'revoke' }] } })
    await expect(printed(id)).rejects.toMatchObject({ detail: { code: 'no-paper', status: 'revoked' } })
  })

  test('is void once its contract is cancelled', async () => {
    const id = await contractIn('registered', office)
    const paper = await printed(id)
    await cancelled(office, id)
    expect(await check(paper)).toMatchObject({ standing: 'cancelled', since: { acts: [{ act: 'cancel' }] } })
  })

  test('is printed by its office and the centre, of what is registered alone', async () => {
    const id = await contractIn('registered', office)
    await expect(printed(id, stranger)).rejects.toMatchObject(refusal('not-found'))
    for (const role of ['leader', 'admin', 'security']) {
      expect(may(person(role).role, 'certificate.print')).toBe(false)
      await expect(printed(id, person(role))).rejects.toMatchObject(refusal('forbidden'))
    }
    const waiting = await contractIn('submitted', office)
    await expect(printed(waiting)).rejects.toMatchObject({
      detail: { code: 'no-paper', status: 'submitted' },
    })
    await expect(printCertificate(office, { id: 'x' })).rejects.toMatchObject(refusal('invalid-input'))
  })
})

describe('many at once', { timeout: 60_000 }, () => {
  const own = registrarOf('D03')
  const search = (more: Record<string, string> = {}) => new URLSearchParams({ unit: 'D03', ...more })

  test('are one file of certificates, or one list that is valid until a contract on it is not', async () => {
    await expect(printChosen(own, 'papers', search())).rejects.toMatchObject(refusal('nothing-in-scope'))
    const ids = [await contractIn('registered', own), await contractIn('registered', own)]
    await contractIn('submitted', own)
    const papers = await readPdf((await printChosen(own, 'papers', search())).bytes)
    expect(papers.pages).toBe(2)
    const file = await printChosen(own, 'list', search({ language: 'zh-CN' }))
    expect(Buffer.compare((await printChosen(own, 'list', search())).bytes, file.bytes)).toBe(0)
    const { elements } = await readPdf(file.bytes)
    const text = elements.map((one) => one.text).join('')
    const list = {
      number: /QD\d{10}/.exec(text)?.[0] ?? '',
      code: typedCode(/核验码([0-9A-Z]{5}-[0-9A-Z]{5})/.exec(text)?.[1] ?? '') ?? '',
    }
    const verified = await check(list)
    expect(verified).toMatchObject({ kind: 'list', standing: 'valid', facts: { unit: { zh: '三师' } } })
    expect(verified.kind === 'list' && verified.facts.rows).toHaveLength(2)
    // The centre's own list of the same contracts is another paper.
    const theirs = await readPdf((await printChosen(auditor, 'list', search())).bytes)
    expect(theirs.elements.map((one) => one.text).join('')).not.toContain(list.number)
    const made = await ask(own, {
      id: ids[0],
      kind: 'correct',
      patch: { techField: '03' },
      reason: 'C03',
      text: '归类有误。',
    })
    await grant(second, { id: made.id })
    expect(await check(list)).toMatchObject({ standing: 'superseded' })
    await revoked(own, ids[1] ?? '')
    expect(await check(list)).toMatchObject({ standing: 'void' })
  })

  test('are refused where the filter can’t be read, and above their bound', async () => {
    await expect(printChosen(own, 'list', search({ nonsense: '1' }))).rejects.toMatchObject(
      refusal('invalid-input'),
    )
    await expect(printChosen(person('leader'), 'list', search())).rejects.toMatchObject(refusal('forbidden'))
    for (let more = 0; more < 2; more += 1) await contractIn('registered', own)
    await expect(
      inTransaction(own, (tx) => chosen(tx, own, readListQuery(new Map()), 1)),
    ).rejects.toMatchObject({ detail: { code: 'too-many-chosen', most: 1 } })
  })
})

describe('the public check', { timeout: 60_000 }, () => {
  const ask = (number: string, code: string) =>
    serve(
      new Request(`http://jishi.test/api/v1/verify/${number}?code=${code}`, {
        headers: { 'x-forwarded-for': heard.address },
      }),
    )

  test('answers a wrong code, a missing number and nonsense alike, and a right one in full', async () => {
    const { number, code } = await printed(await contractIn('registered', office))
    const right = await ask(number, code)
    expect(right.status).toBe(200)
    expect(verifyAnswer.parse(await right.json())).toMatchObject({
      kind: 'contract',
      standing: 'valid',
      certificate: { number, version: 1 },
      list: null,
      since: [{ number, standing: 'valid', acts: [], changed: [] }],
    })
    const wrong = code.replace(/.$/, (last) => (last === '0' ? '1' : '0'))
    const refused = [
      [number, wrong],
      ['2026660008999999', code],
      ['2026660008999999', wrong],
      [number, ''],
      ['x', 'y'],
    ] as const
    const told = []
    for (const [given, typed] of refused) {
      const answer = await ask(given, typed)
      const { instance: _, ...body } = (await answer.json()) as Record<string, unknown>
      told.push([answer.status, [...answer.headers], body])
    }
    expect(told[0]?.[0]).toBe(404)
    for (const one of told) expect(one).toEqual(told[0])
  })

  test('finds no paper that somebody wrote into the database without the key', async () => {
    const id = await contractIn('registered', office)
    const { number, code } = await printed(id)
    const error = vi.spyOn(console, 'error').mockImplementation(() => {})
    await owner`update certificate set facts = jsonb_set(facts, '{turnover}', '"9999999.00"') where number = ${number}`
    expect((await ask(number, code)).status).toBe(404)
    expect(error).toHaveBeenCalledOnce()
    error.mockRestore()
    expect(checkCode({ number, version: 1, hash: 'x' })).not.toBe(code)
  })

  test('has its limit, and tells when to come again', async () => {
    const most = settings.verifyPerMinute.initial[0].value
    const answers = await Promise.all(
      Array.from({ length: most + 1 }, () => ask('2026660008999999', 'AAAAAAAAAA')),
    )
    expect(answers.filter(({ status }) => status === 404)).toHaveLength(most)
    const [slow] = answers.filter(({ status }) => status === 429)
    expect(Number(slow?.headers.get('retry-after'))).toBeGreaterThan(0)
    heard.address = '10.0.0.9'
    expect((await ask('2026660008999999', 'AAAAAAAAAA')).status).toBe(404)
    heard.address = '10.0.0.8'
  })

  test('is on the trail, once in a quarter of an hour for a paper and an address', async () => {
    await owner`alter table trail disable trigger user`
    await owner`delete from trail where role = 'visitor'`
    await owner`alter table trail enable trigger user`
    const { number, code } = await printed(await contractIn('registered', office))
    for (const given of [code, code, 'AAAAAAAAAA', 'BBBBBBBBBB']) await ask(number, given)
    heard.address = '10.0.0.9'
    await ask(number, code)
    heard.address = '10.0.0.8'
    const rows = await owner`
      select action, subject, actor, role, address, details from trail where role = 'visitor' order by id`
    const common = { actor: null, role: 'visitor', subject: number }
    const details = { number, version: 1, standing: 'valid' }
    expect([...rows]).toEqual([
      { ...common, action: 'certificate.check', address: '10.0.0.8', details },
      {
        ...common,
        action: 'certificate.check-failed',
        subject: null,
        address: '10.0.0.8',
        details: { number },
      },
      { ...common, action: 'certificate.check', address: '10.0.0.9', details },
    ])
  })
})

describe('past every verb', { timeout: 60_000 }, () => {
  /** Runs SQL as somebody and rolls it back; 'refused' for an error, else the rows it reached. */
  async function reach(
    who: Who,
    statement: string,
    values: (string | null)[] = [],
  ): Promise<number | 'refused'> {
    let rows: number | 'refused' = 'refused'
    await app
      .begin(async (tx) => {
        const [id, unit] = 'id' in who ? [who.id, who.unit ?? ''] : ['', '']
        await tx`select set_config('app.actor', ${id}, true), set_config('app.role', ${who.role}, true),
          set_config('app.unit', ${unit}, true)`
        rows = (await tx.unsafe(statement, values)).count
        throw new Error('roll back')
      })
      .catch(() => {})
    return rows
  }

  test('a visitor reaches the paper of a digest and nothing else', async () => {
    const { number, code } = await printed(await contractIn('registered', office))
    for (const table of [
      ...[
        'contract',
        'contract_event',
        'certificate',
        'attachment',
        'organisation',
        'request',
        'trail',
        'posting',
      ],
      ...['total', 'inflow', 'imprint', 'seal', 'report_manuscript', 'work_record', 'finding', 'session'],
    ])
      expect(`${table} ${await reach(visitor, `select from ${table}`)}`).toBe(`${table} 0`)
    const verify = `select from jishi_verify_certificate(decode($1, 'hex'))`
    expect(await reach(visitor, verify, [digestOf(number, code).toString('hex')])).toBe(1)
    expect(await reach(visitor, verify, [digestOf(number, '0000000000').toString('hex')])).toBe(0)
    expect(
      await reach(visitor, 'select from contract c where jishi_certificate_facts(c.id) is not null'),
    ).toBe(0)
    for (const statement of ['update certificate set version = 9', 'delete from certificate'])
      for (const who of [visitor, office, auditor]) expect(await reach(who, statement)).toBe('refused')
  })

  test('each sees and adds papers within reach, and none that states what the register does not hold', async () => {
    const id = await contractIn('registered', office)
    const { number } = await printed(id)
    const seen = (who: Who) => reach(who, 'select from certificate where number = $1', [number])
    for (const [who, rows] of [
      [office, 1],
      [approver, 1],
      [auditor, 1],
      [stranger, 0],
      [person('leader'), 0],
      [person('admin'), 0],
    ] as const)
      expect(await seen(who)).toBe(rows)
    const add = (who: typeof office, facts: string, of = unprinted) =>
      reach(
        who,
        `insert into certificate (id, kind, number, version, facts, hash, digest, contracts, unit, issued_by)
        select gen_random_uuid(), 'contract', number, 1, ${facts}, repeat('0', 64), sha256(number::bytea), array[id], unit,
          '${who.id}' from contract where id = $1`,
        [of],
      )
    const unprinted = await contractIn('registered', office)
    const true_ = 'jishi_certificate_facts(id)'
    expect(await add(office, true_)).toBe(1)
    expect(await add(auditor, true_)).toBe(1)
    expect(await add(stranger, true_)).toBe(0)
    expect(await add(person('leader'), true_)).toBe('refused')
    expect(await add(office, `jsonb_set(${true_}, '{turnover}', '"1.00"')`)).toBe('refused')
    expect(await add(office, true_, await contractIn('submitted', office))).toBe('refused')
    expect(
      await reach(
        office,
        `insert into certificate (id, kind, number, version, facts, hash, digest, contracts, unit, issued_by)
        values (gen_random_uuid(), 'list', 'QD2026999999', 1,
          jsonb_build_object('madeOn', jishi_today(), 'rows', jishi_certificate_rows(array[$1::uuid]) || '[{}]'),
          repeat('0', 64), 'x', array[$1::uuid], 'D08', '${office.id}')`,
        [unprinted],
      ),
    ).toBe('refused')
  })
})
