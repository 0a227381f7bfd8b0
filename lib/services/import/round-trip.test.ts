import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { type Content, contentSchema } from '@/lib/domain/contract/content'
import { differences } from '@/lib/domain/contract/diff'
import { toWire } from '@/lib/domain/contract/kinds'
import type { Cell } from '@/lib/domain/import/cell'
import { readDay } from '@/lib/domain/import/dates'
import { moneyUnitOf, targetNamed } from '@/lib/domain/import/headings'
import { identityKey, identityOf } from '@/lib/domain/import/identity'
import { rowReader } from '@/lib/domain/import/read-row'
import { targets } from '@/lib/domain/import/targets'
import { readValue } from '@/lib/domain/import/values'
import { judged } from '@/lib/testing/judged'
import { soundContent } from '@/lib/testing/sound-contract'
import { contractSheet, headingOf } from './contract-sheet'

const home = mkdtempSync(join(tmpdir(), 'jishi-round-'))
afterAll(() => rmSync(home, { recursive: true, force: true }))

const text = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 16 })
  .filter((one) => /^[\p{L}\p{N}\p{P}\p{S}]+$/u.test(one) && one === one.normalize('NFC'))
  .map((one) => `项目${one}`)
const fen = fc.bigInt(1n, 10n ** 13n)
const contents: fc.Arbitrary<Content> = fc
  .record({
    name: text.map((one) => `${one}技术研发`),
    ownNumber: fc.option(text, { nil: undefined }),
    turnover: fen,
    technology: fen,
    nonTechnical: fc.array(fc.record({ what: text, amount: fen }), { maxLength: 3 }),
    coSellers: fc.array(fc.record({ name: text, isCorps: fc.boolean() }), { maxLength: 2 }),
    intellectualProperty: fc.constantFrom<string[]>(['1'], ['21', '1'], ['9']),
    isRelated: fc.boolean(),
  })
  .map((changes) => ({ ...soundContent, ...changes }))

describe('a workbook of ours', () => {
  test('comes back unchanged, without a question', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(contents, { minLength: 1, maxLength: 4 }), async (given) => {
        const path = join(home, 'round.xlsx')
        writeFileSync(
          path,
          contractSheet(
            'draft',
            given.map((content) => ({ content })),
          ),
        )
        const { rows, understood } = await judged(path, 'draft')
        expect(
          understood.mapping.columns.every(
            ({ target, money }) => money || !/turnover|technology/.test(target),
          ),
        ).toBe(true)
        expect(
          rows.map(({ said }, at) => differences(given[at] ?? {}, said).map(({ path: where }) => where)),
        ).toEqual(given.map(() => []))
      }),
      { numRuns: 20 },
    )
  }, 30_000)

  test('names every field so that the import knows it', () => {
    for (const target of targets)
      expect(targetNamed(headingOf(target))?.key, headingOf(target)).toBe(target.key)
  })
})

describe('whatever stands in a cell', () => {
  const cell: fc.Arbitrary<Cell> = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.constantFrom('是', '无', '石河子市', '名称：甲；金额：1.2.3', '2024/13/45', '1e400', '0'),
    fc.double({ noNaN: true }).map((value) => ({ number: String(value) })),
    fc.boolean().map((flag) => ({ flag })),
    fc.constant({ fault: '#REF!' }),
    fc.constant(null),
  )
  const reader = rowReader({
    sheet: 0,
    headingRow: 1,
    columns: targets.map(({ key, spec }, column) => ({
      column,
      target: key,
      ...(spec.kind === 'money' && { money: 'wan' as const }),
    })),
    assume: true,
    unit: null,
  })

  test('it is an issue, or a value that a contract may hold', () => {
    fc.assert(
      fc.property(fc.array(cell, { minLength: targets.length, maxLength: targets.length }), (cells) => {
        const { content, said } = reader(cells)
        for (const one of [content, said]) {
          const wire = JSON.parse(JSON.stringify(toWire(one)))
          expect(contentSchema.safeParse(wire).success, JSON.stringify(wire)).toBe(true)
          expect(JSON.stringify(wire)).not.toMatch(/\\u0000|\\ud[89a-f]/i)
        }
      }),
      { numRuns: 40 },
    )
  }, 30_000)

  test.each([
    ['2024-12-09', '2024-12-09'],
    ['2024/1/5', '2024-01-05'],
    ['2024.1.5', '2024-01-05'],
    ['2024年12月9日', '2024-12-09'],
    ['二〇二四年十二月九日', '2024-12-09'],
    ['二〇二四年三月二十一日', '2024-03-21'],
    ['20241209', '2024-12-09'],
    ['2024-12-09 08:05:00', '2024-12-09'],
    ['9-Dec-2024', '2024-12-09'],
    ['12/09/2024', null],
    ['2024-02-30', null],
  ])('the day %s is %s', (written, day) => {
    expect(readDay(written)).toBe(day)
  })

  test.each([
    ['合同成交额（万元）', '12.5', 12_500_000n],
    ['合同成交额(元)', '1,234.56', 123_456n],
    ['成交额（万元）', '100元', 10_000n],
    ['合同交易总额 万元', { number: '81.420000000000002' }, 81_420_000n],
  ] as const)('%s with %o is read in its unit', (heading, value, expected) => {
    const target = targetNamed(heading)
    expect(target?.key).toBe('turnover')
    expect(target && readValue(target.spec, value, moneyUnitOf(heading) ?? 'yuan')).toEqual({
      value: expected,
    })
  })

  test.each([
    ['code', { number: '9.16590011234E+17' }],
    ['code', { fault: '#N/A' }],
  ] as const)('what a spreadsheet spoilt is said: %s %o', (part, value) => {
    const target = targets.find(({ key }) => key === `seller.${part}`)
    expect(target && readValue(target.spec, value)).toHaveProperty('issue')
  })
})

test('a contract is known again by parties, day and number, whatever its amounts', () => {
  const key = (changes: Content) => {
    const identity = identityOf({ ...soundContent, ...changes })
    return identity && identityKey(identity)
  }
  expect(key({ turnover: 1n })).toBe(key({}))
  expect(key({ name: '另一个合同名称' })).not.toBe(key({}))
  expect(key({ ownNumber: 'A-1', name: '另一个合同名称' })).toBe(key({ ownNumber: ' a-1' }))
  expect(key({ signDate: '2024-05-07' })).not.toBe(key({}))
})
