import fc from 'fast-check'
import { codeList } from '../domain/contract/code-lists'
import type { Content, Party } from '../domain/contract/content'
import type { FieldSpec } from '../domain/contract/field-spec'
import { fields } from '../domain/contract/fields'
import { partyFields } from '../domain/contract/party-fields'

const words = fc
  .stringMatching(/^[ 一二三技术开发服务合同A-Za-z0-9%_（）]{1,12}$/)
  .map((text) => text.trim() || '甲')
const day = fc
  .date({ min: new Date('2023-01-01'), max: new Date('2026-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))

/** Any value a field of the dictionary can hold. */
export function anyValue(spec: FieldSpec): fc.Arbitrary<unknown> {
  switch (spec.kind) {
    case 'text':
    case 'longText':
      return spec === partyFields.region
        ? fc.constantFrom('659001', '650102', '110108')
        : words.map((text) => text.slice(0, spec.maxLength).trim() || '甲')
    case 'code':
      return fc.constantFrom(...codeList(spec.list).map(({ code }) => code))
    case 'codes':
      return fc.uniqueArray(fc.constantFrom(...codeList(spec.list).map(({ code }) => code)), { maxLength: 3 })
    case 'money':
      return fc.bigInt({ min: 0n, max: 20_000_000_000n })
    case 'date':
      return day
    case 'flag':
      return fc.boolean()
    case 'decimal':
      return fc.double({ min: spec.least, max: spec.most, noNaN: true })
    case 'party':
      return anyParty
    case 'parties':
      return fc.array(anyParty, { maxLength: 3 })
    case 'items':
      return fc.array(record(spec.items), { maxLength: 3 })
  }
}

const record = (specs: Record<string, FieldSpec>) =>
  fc.record(Object.fromEntries(Object.entries(specs).map(([name, spec]) => [name, anyValue(spec)])), {
    requiredKeys: [],
  })

const anyParty = record(partyFields) as fc.Arbitrary<Party>

/** Any content that the schema lets through, filled in or not. */
export const anyContent = record(fields) as fc.Arbitrary<Content>
