import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isRegionLeaf } from '@/lib/domain/regions'
import { soundCircumstances, soundContent } from '@/lib/testing/sound-contract'
import { check, type Finding, maySubmit } from './check'
import { codeList } from './code-lists'
import { type Content, contentSchema } from './content'
import type { FieldSpec, ItemFieldSpec } from './field-spec'
import { fieldNames, fields } from './fields'
import { toWire } from './kinds'
import { partyFields } from './party-fields'

const circumstances = { ...soundCircumstances, isPlace: isRegionLeaf }
const paths = (content: Content) => check(content, circumstances).map(({ path }) => path)

const dates = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2060-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))

const TEXTS = ['设备采购', '***', '91350100M000100Y43', '659001', '涉密', '框架协议', 'ZL200310100002.X']

/** Any value a field's schema admits, with a leaning to the kind that rules look at. */
function valueFor(spec: FieldSpec): fc.Arbitrary<unknown> {
  switch (spec.kind) {
    case 'text':
    case 'longText':
      return fc.oneof(
        fc.constantFrom(...TEXTS.filter((text) => text.length <= spec.maxLength), ''),
        fc
          .string({ maxLength: Math.min(spec.maxLength, 80), unit: 'grapheme' })
          .map((text) => text.slice(0, spec.maxLength)),
      )
    case 'code':
      return fc.oneof(
        fc.constantFrom(...codeList(spec.list).map(({ code }) => code)),
        fc.string({ maxLength: 20 }),
      )
    case 'codes':
      return fc.array(fc.constantFrom(...codeList(spec.list).map(({ code }) => code)), {
        maxLength: spec.most ?? 4,
      })
    case 'money':
      return fc.oneof(fc.constantFrom('0', '0.01', '36'), fc.bigInt(0n, 10n ** 14n).map(String))
    case 'date':
      return dates
    case 'flag':
      return fc.boolean()
    case 'decimal':
      return fc.double({ min: spec.least, max: spec.most, noNaN: true })
    case 'party':
      return record(partyFields)
    case 'parties':
      return fc.array(record(partyFields), { maxLength: 3 })
    case 'items':
      return fc.array(record(spec.items), { maxLength: 3 })
  }
}

const record = (specs: Record<string, FieldSpec | ItemFieldSpec>): fc.Arbitrary<Record<string, unknown>> =>
  fc.record(Object.fromEntries(Object.entries(specs).map(([name, spec]) => [name, valueFor(spec)])), {
    requiredKeys: [],
  })

describe('check', () => {
  it('finds nothing in a sound contract', () => {
    expect(check(soundContent, circumstances)).toEqual([])
  })

  it('asks for every required field of an empty form, each once, a party by its name', () => {
    const found = paths({})
    expect(found).toEqual(
      expect.arrayContaining(['name', 'seller.name', 'buyer.name', 'turnover', 'endDate']),
    )
    expect(new Set(found).size).toBe(found.length)
    expect(check({}, circumstances).every(({ rule }) => rule === 'dictionary')).toBe(true)
  })

  it('says whose name is missing', () => {
    const [finding] = check({ ...soundContent, seller: { ...soundContent.seller, name: '' } }, circumstances)
    expect(finding).toMatchObject({
      path: 'seller.name',
      message: { zh: '请填写卖方名称。', en: 'Seller: name is missing.' },
    })
    const [second] = check({ ...soundContent, nonTechnical: [{ what: '材料费' }] }, circumstances)
    expect(second).toMatchObject({
      path: 'nonTechnical.0.amount',
      message: { zh: '请填写非技术性费用第 1 项的金额。' },
    })
  })

  it('refuses a declared secret contract whatever else it holds', () => {
    expect(check({ isSecret: true }, circumstances)).toContainEqual(
      expect.objectContaining({ rule: 'Q60', severity: 'error', path: 'isSecret' }),
    )
  })

  it('pays no heed to values of fields that are not asked', () => {
    expect(
      paths({ ...soundContent, instalments: [{ terms: '首付', amount: 1n }], foreignAmount: 1 }),
    ).toEqual([])
    expect(
      paths({ ...soundContent, buyer: { ...soundContent.buyer, country: '145', kind: '500', code: 'x' } }),
    ).toEqual(['trade'])
  })

  it('lets the browser leave the table of places out', () => {
    const elsewhere = { ...soundContent, buyer: { ...soundContent.buyer, region: '659099' } }
    expect(check(elsewhere, soundCircumstances)).toEqual([])
    expect(paths(elsewhere)).toEqual(['buyer.region'])
  })

  it('never throws on a content the schema admits, and words every finding', () => {
    fc.assert(
      fc.property(record(fields), dates, (wire, today) => {
        const parsed = contentSchema.safeParse(wire)
        if (!parsed.success) return
        for (const { path, message, source } of check(parsed.data, { ...circumstances, today })) {
          expect(
            fieldNames.some((name) => path === name || path.startsWith(`${name}.`)) || /^ATT\d\d$/.test(path),
          ).toBe(true)
          expect(message.zh).not.toMatch(/undefined|NaN/)
          expect(message.en).not.toMatch(/undefined|NaN/)
          expect(source).not.toBe('')
        }
      }),
      { numRuns: 300 },
    )
  })

  it('finds no error where only what it asks for is changed to another good value', () => {
    const amounts = fc.bigInt(100_000n, 10n ** 12n)
    fc.assert(
      fc.property(amounts, amounts, fc.constantFrom('11', '12', '51'), (technology, costs, subtype) => {
        const content = {
          ...soundContent,
          subtype,
          technology,
          turnover: technology + costs,
          nonTechnical: [{ what: '材料费', amount: costs }],
        }
        const again = contentSchema.parse(toWire(content))
        expect(check(again, circumstances).filter(({ severity }) => severity === 'error')).toEqual([])
      }),
    )
  })
})

describe('a rule younger than a contract', () => {
  const early = { ...soundContent, signDate: '2024-06-04' }
  const named = (given: typeof circumstances) => check(early, given).map(({ rule }) => rule)

  it('is asked from its day on, and of every year when the register is looked back on', () => {
    expect(named({ ...circumstances, today: '2024-06-03' })).not.toContain('Q07')
    expect(named({ ...circumstances, today: '2024-06-03', lookingBack: true })).toContain('Q07')
    expect(
      check({ ...early, signDate: '2025-01-02' }, { ...circumstances, today: '2025-01-01' }),
    ).toContainEqual(expect.objectContaining({ rule: 'Q07', severity: 'error' }))
  })

  it('is not asked where it is not among the rules wanted', () => {
    const asked = (rule: string) => rule === 'Q01'
    expect(check({ ...early, technology: 1n }, { ...circumstances, lookingBack: true }, asked)).toEqual([])
  })
})

describe('maySubmit', () => {
  const finding = (severity: Finding['severity'], rule = 'Q05'): Finding => ({
    rule,
    severity,
    path: 'turnover',
    message: { zh: '', en: '' },
    source: '',
  })

  it('lets hints pass, stops at errors, and asks a reason for warnings', () => {
    expect(maySubmit([finding('hint')], {})).toBe(true)
    expect(maySubmit([finding('error')], { Q05: '与合同原件一致' })).toBe(false)
    expect(maySubmit([finding('warning')], {})).toBe(false)
    expect(maySubmit([finding('warning')], { Q05: '  无 ' })).toBe(false)
    expect(maySubmit([finding('warning')], { Q05: '与合同原件一致' })).toBe(true)
    expect(maySubmit([finding('warning', 'constructor')], {})).toBe(false)
  })
})
