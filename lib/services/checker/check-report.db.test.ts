import { strFromU8, unzipSync } from 'fflate'
import postgres from 'postgres'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { ownerUrl } from '@/db/testing/database'
import { chance, type Planted, plant, randomContract } from '@/db/testing/plant'
import type { Actor } from '@/lib/domain/access/actor'
import { bounds, mostCharacters } from '@/lib/domain/checker/bounds'
import { pdfFile, setPages } from '../documents/testing/pdf-file'
import { paragraph, run, wordFile } from '../documents/testing/word-file'
import { checkFile, checkReport, commentFile } from './check-report'

// What a thread would do, without the seconds that TypeScript takes to start in one; in-thread.test.ts has the thread.
vi.mock('./in-thread', async () => {
  const { perform } = await import('./perform')
  const { Unreadable } = await import('@/lib/domain/checker/refusals')
  const { Problem } = await import('@/lib/domain/problems')
  return {
    inThread: (...asked: Parameters<typeof perform>) =>
      perform(...asked).catch((error) => {
        if (!(error instanceof Unreadable)) throw error
        throw new Problem({ code: 'unreadable-report', reason: error.reason })
      }),
  }
})

const leader: Actor = {
  id: '00000000-0000-7000-8000-000000000009',
  username: 'leader',
  name: 'Leader',
  role: 'leader',
  unit: null,
}
const office: Actor = { ...leader, role: 'registrar', unit: 'D08' }
const owner = postgres(ownerUrl(), { max: 2, onnotice: () => {} })
const next = chance(7)
const all = Array.from({ length: 120 }, () => randomContract(next, [2024]))
const count = (wanted: (one: Planted) => boolean) => all.filter(wanted).length
const whole = all.length
const [d08, d09] = ['D08', 'D09'].map((unit) => count(({ facts }) => facts.unit === unit)) as [number, number]

const report = (contracts: number, eighth: number, ninth: number) =>
  `2024年，兵团共登记技术合同${contracts}项。八师登记技术合同${eighth}项。九师登记技术合同${ninth}项。`

const found = async (actor: Actor, text: string) =>
  (await checkReport(actor, { text })).findings.map(({ printed, expected }) => [printed, expected])

beforeAll(() => plant(owner, all))
afterAll(() => owner.end())

test('a wrong figure is found against the register, a right one is not', async () => {
  expect(await found(leader, report(whole, d08, d09))).toEqual([])
  const wrong = await checkReport(leader, { text: report(whole + 3, d08, d09) })
  expect(wrong.compared).toEqual({ years: [2024], unit: null })
  expect(wrong.findings).toMatchObject([
    { printed: `${whole + 3}项`, expected: String(whole), rule: { zh: '登记簿' } },
  ])
})

test('an office is told of its own figures alone', async () => {
  const text = report(whole + 3, d08 + 2, d09 + 1)
  expect(await found(office, text)).toEqual([[`${d08 + 2}项`, String(d08)]])
  expect((await checkReport(office, { text })).compared).toEqual({ years: [2024], unit: 'D08' })
})

test('of a year without contracts the register says nothing', async () => {
  const { findings, compared } = await checkReport(leader, { text: '2019年，兵团共登记技术合同12项。' })
  expect({ findings, years: compared.years }).toEqual({ findings: [], years: [] })
})

test('nothing, too much, and whoever reads no statistics are refused', async () => {
  const issue = (message: string) => ({
    detail: { code: 'invalid-input', issues: [{ path: 'text', message }] },
  })
  await expect(checkReport(leader, { text: ' \n' })).rejects.toMatchObject(issue('empty'))
  await expect(checkReport(leader, { text: '1'.repeat(mostCharacters + 1) })).rejects.toMatchObject(
    issue('too-long'),
  )
  await expect(checkReport({ ...leader, role: 'admin' }, { text: '1' })).rejects.toMatchObject({
    detail: { code: 'forbidden' },
  })
})

const word = (text: string) => wordFile(paragraph(run(text)))
const pdf = (text: string) => pdfFile(setPages([{ text }]))

test('a file is held against what its reader may see, as Word, as PDF and as text', async () => {
  const text = report(whole + 3, d08 + 2, d09 + 1)
  for (const bytes of [word(text), pdf(text), new TextEncoder().encode(text)]) {
    const { findings, compared } = await checkFile(office, { parts: [bytes] })
    expect(findings.map(({ printed, place }) => [printed, place.zh.replace('第 1 页 ', '')])).toEqual([
      [`${d08 + 2}项`, '第 1 段'],
    ])
    expect(compared).toEqual({ years: [2024], unit: 'D08' })
  }
})

test('Word comes back with comments of the reader’s own reach, in the reader’s language', async () => {
  const text = report(whole + 3, d08 + 2, d09 + 1)
  for (const bytes of [word(text), new TextEncoder().encode(text)]) {
    const parts = unzipSync(await commentFile(office, { parts: [bytes] }, 'zh-CN'))
    const comments = strFromU8(
      parts['word/comments-jishi.xml'] ?? parts['word/comments.xml'] ?? new Uint8Array(),
    )
    expect(comments).toContain(`所印 ${d08 + 2}项，应为 ${d08}项`)
    expect(comments).not.toContain(`${whole + 3}项`)
    expect(strFromU8(parts['word/document.xml'] ?? new Uint8Array())).toContain('commentRangeStart')
  }
})

test('a file that is too large is given up while it arrives, or before', async () => {
  let sent = 0
  function* endless() {
    for (; sent < 1000; sent++) yield new Uint8Array(2 ** 20)
  }
  const refusal = { detail: { code: 'too-large', most: bounds.megabytes } }
  await expect(checkFile(leader, { parts: endless() })).rejects.toMatchObject(refusal)
  expect(sent).toBe(bounds.megabytes)
  await expect(checkFile(leader, { parts: endless(), announced: 200 * 2 ** 20 })).rejects.toMatchObject(
    refusal,
  )
  expect(sent).toBe(bounds.megabytes)
})

test('what can’t be read, and whoever reads no statistics, is refused', async () => {
  await expect(checkFile(leader, { parts: [word('7').subarray(0, 200)] })).rejects.toMatchObject({
    detail: { code: 'unreadable-report', reason: 'damaged' },
  })
  await expect(checkFile({ ...leader, role: 'security' }, { parts: [] })).rejects.toMatchObject({
    detail: { code: 'forbidden' },
  })
})
