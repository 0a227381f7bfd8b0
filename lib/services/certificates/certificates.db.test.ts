import postgres from 'postgres'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { database } from '@/db/client'
import { ownerUrl } from '@/db/testing/database'
import { inTransaction } from '@/db/transaction'
import { may } from '@/lib/domain/access/permissions'
import { typedCode } from '@/lib/domain/certificate/code'
import { readListQuery } from '@/lib/domain/contract/list-query'
import { cancelled, revoked } from '@/lib/testing/contracts'
import { contractIn, moveIn, person, registrarOf } from '@/lib/testing/house'
import { readPdf } from '../report/forms/testing/read-pdf'
import { ask } from '../requests/ask'
import { grant } from '../requests/grant'
import { chosen, printCertificate } from './print'
import { printChosen } from './print-chosen'
import {
  amended,
  approver,
  auditor,
  check,
  office,
  printed,
  refusal,
  second,
  stranger,
} from './testing/printed'

const owner = postgres(ownerUrl(), { max: 1, onnotice: () => {} })

beforeAll(moveIn)
beforeEach(() => owner`delete from rate_bucket`)
afterAll(() => Promise.all([owner.end(), database().close()]))

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
