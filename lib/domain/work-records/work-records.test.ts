import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anyValue } from '@/lib/testing/contents'
import { toWire } from '../contract/kinds'
import { paramsOf } from '../contract/list-query'
import { readRows } from './import-rows'
import { kindOf, type WorkKindName, workKindNames } from './kinds'
import { readRecordQuery, writeRecordQuery } from './list-query'
import {
  checkRecord,
  identityOf,
  type RecordContent,
  recordSchema,
  sameContent,
  yearOfRecord,
} from './record'
import { cellText, readCell } from './sheet'

const today = '2026-11-01'
const rulesOf = (kind: WorkKindName, content: RecordContent) =>
  checkRecord(kind, content, today).map(({ rule }) => rule)

describe.each(workKindNames)('the register %s', (name) => {
  const kind = kindOf(name)
  const example = kind.example as RecordContent

  test('has an example in order, which travels and has a year and an identity', () => {
    expect(checkRecord(name, example, today)).toEqual([])
    expect(recordSchema(name).parse(toWire(example))).toEqual(example)
    expect(yearOfRecord(name, example)).toBe(2024)
    expect(identityOf(name, example)).not.toBeNull()
  })

  test('declares fields that exist, by which its records are called, dated and listed', () => {
    const names = Object.keys(kind.fields)
    for (const one of [kind.title, kind.day, ...kind.identity, ...kind.columns]) expect(names).toContain(one)
    expect(kind.fields[kind.day]).toMatchObject({ kind: 'date', required: 'always' })
    for (const one of [kind.title, ...kind.identity].filter((one) => one !== 'documentNumber'))
      expect(kind.fields[one]?.required, one).toBe('always')
  })

  test('asks for every field that must be filled, and for nothing else', () => {
    const asked = checkRecord(name, {}, today).map(({ path }) => path)
    const required = Object.entries(kind.fields).filter(([, { required }]) => required === 'always')
    expect(asked.sort()).toEqual(required.map(([field]) => field).sort())
  })

  test.each(kind.rules)('rule $id is broken by its own example alone', ({ id, path, fails }) => {
    const found = checkRecord(name, { ...example, ...fails }, today)
    expect(found.map(({ rule }) => rule)).toEqual([id])
    expect(found[0]?.path).toBe(path)
    expect(Object.keys(kind.fields)).toContain(path)
  })

  test('takes no day to come', () => {
    expect(rulesOf(name, { ...example, [kind.day]: '2026-11-02' })).toContain('W00')
  })

  test('writes any value into a cell that reads back as the same', () => {
    for (const [field, spec] of Object.entries(kind.fields)) {
      if (spec.kind === 'decimal' || spec.kind === 'codes') continue
      fc.assert(
        fc.property(anyValue(spec), fc.constantFrom('zh' as const, 'en' as const), (value, language) => {
          const text = cellText(spec, value, language)
          expect(readCell(spec, text), `${field}: ${text}`).toEqual({ ok: true, value })
        }),
        { numRuns: 20 },
      )
    }
  })

  test('reads its own file back, and names row, column and reason of what is wrong', () => {
    const specs = Object.entries(kind.fields)
    const head = { at: 1, cells: ['单位', '状态', ...specs.map(([, { label }]) => `${label.zh} *`), '其他'] }
    const line = (content: RecordContent) => [
      '',
      '已确认',
      ...specs.map(([field, spec]) => cellText(spec, content[field], 'zh')),
    ]
    const read = readRows(name, [head, { at: 2, cells: line(example) }], 'D08', today)
    expect(read?.rows).toHaveLength(1)
    expect(sameContent(name, read?.rows[0]?.content ?? {}, example)).toBe(true)
    expect([read?.issues, read?.ignored]).toEqual([[], ['其他']])

    const wrong = line({ ...example, [kind.day]: undefined as never })
    const day = specs.findIndex(([field]) => field === kind.day)
    wrong[day + 2] = '去年'
    const told = readRows(
      name,
      [head, { at: 7, cells: wrong }, { at: 8, cells: ['一师', ...line(example).slice(1)] }],
      'D08',
      today,
    )
    expect(told?.rows).toEqual([])
    expect(told?.issues.map(({ row, column }) => [row, column?.zh])).toEqual([
      [7, kind.fields[kind.day]?.label.zh],
      [8, '单位'],
    ])
    expect(readRows(name, [{ at: 1, cells: ['甲', '乙'] }], 'D08', today)).toBeNull()
  })

  test('has a list whose address reads back', () => {
    const query = readRecordQuery(
      name,
      paramsOf({ year: '2024', unit: 'centre', q: '会', status: 'confirmed', page: '3', nonsense: 'x' }),
    )
    const address = new URLSearchParams(
      Object.entries(writeRecordQuery(query)).flatMap(([key, value]) =>
        value === null || value === undefined ? [] : [[key, String(value)]],
      ),
    )
    expect(readRecordQuery(name, paramsOf(address))).toEqual(query)
  })
})
