import { readDay } from '@/components/ui/date-text'
import { type Content, fieldValueSchema } from '@/lib/domain/contract/content'
import type { FieldSpec } from '@/lib/domain/contract/field-spec'
import { type FieldName, field, fields } from '@/lib/domain/contract/fields'
import { toWire } from '@/lib/domain/contract/kinds'
import { partyFields } from '@/lib/domain/contract/party-fields'
import { formatYuan, parseYuan } from '@/lib/domain/money'
import type { Words } from '@/lib/domain/words'

/** What stands in the boxes of the form: text as typed for money, days and decimals; the value itself for the rest. */
export type Typed = Partial<Record<FieldName, unknown>>

/** Something typed that can't be read as a value yet. It is not saved as a value, only kept in this browser. */
export interface Unreadable {
  path: string
  message: Words
}

export interface Read {
  content: Content
  unreadable: Unreadable[]
}

type Parts = Record<string, unknown>

/** The boxes for a content in wire form. */
export const typedOf = (wire: Parts): Typed => typedFields(fields, wire)

/** The same for the fields of another dictionary. */
export const typedFields = (specs: Readonly<Record<string, FieldSpec>>, wire: Parts): Parts =>
  Object.fromEntries(Object.entries(specs).map(([name, spec]) => [name, typedValue(spec, wire[name])]))

/** The box for one value in wire form; absent values are '' where one types, null elsewhere. */
export function typedValue(spec: FieldSpec, value: unknown): unknown {
  switch (spec.kind) {
    case 'text':
    case 'longText':
    case 'date':
    case 'code':
      return value ?? ''
    case 'money':
      return typeof value === 'string' ? tidyMoney(value) : ''
    case 'decimal':
      return value === undefined || value === null ? '' : String(value)
    case 'codes':
    case 'parties':
      return (value as unknown[] | undefined) ?? []
    case 'items':
      return ((value as Parts[] | undefined) ?? []).map((item) =>
        Object.fromEntries(
          Object.entries(spec.items).map(([name, inner]) => [name, typedValue(inner, item[name])]),
        ),
      )
    case 'party':
      return value ?? {}
    case 'flag':
      return value ?? null
  }
}

/** `2700000` as it is read: `2,700,000`; what is no amount stays as it was typed. */
export function tidyMoney(text: string): string {
  const fen = parseYuan(text)
  return fen === null ? text : formatYuan(fen).replace(/\.00$/, '')
}

/** Everything in the boxes, as far as it can be read. */
export function readTyped(typed: Typed): Read {
  const { content, unreadable } = readFields(fields, typed)
  return { content: content as Content, unreadable }
}

/** The same of the fields of another dictionary. */
export function readFields(
  specs: Readonly<Record<string, FieldSpec>>,
  typed: Parts,
): { content: Parts; unreadable: Unreadable[] } {
  const unreadable: Unreadable[] = []
  const content: Parts = {}
  for (const [name, spec] of Object.entries(specs)) {
    const value = readValue(name, spec, typed[name], unreadable)
    if (value !== undefined) content[name] = value
  }
  return { content, unreadable }
}

/** One field's value in wire form for the save, null where nothing readable stands in its box. */
export function wireOf(name: FieldName, typed: unknown): { value: unknown; readable: boolean } {
  const unreadable: Unreadable[] = []
  const value = readValue(name, field(name), typed, unreadable)
  return { value: value === undefined ? null : toWire(value), readable: unreadable.length === 0 }
}

function readValue(path: string, spec: FieldSpec, typed: unknown, unreadable: Unreadable[]): unknown {
  switch (spec.kind) {
    case 'party':
      return readParts(path, partyFields, typed, unreadable)
    case 'parties':
      return list(typed, (one, index) => readParts(`${path}.${index}`, partyFields, one, unreadable) ?? {})
    case 'items':
      return list(typed, (one, index) => readParts(`${path}.${index}`, spec.items, one, unreadable) ?? {})
    default:
      return readOne(path, spec, typed, unreadable)
  }
}

function readParts(
  path: string,
  specs: Record<string, FieldSpec>,
  typed: unknown,
  unreadable: Unreadable[],
): Parts | undefined {
  const parts = (typed ?? {}) as Parts
  const read: Parts = {}
  for (const [name, spec] of Object.entries(specs)) {
    const value = readValue(`${path}.${name}`, spec, parts[name], unreadable)
    if (value !== undefined) read[name] = value
  }
  if (typeof parts.organisation === 'string' && parts.organisation) read.organisation = parts.organisation
  return Object.keys(read).length > 0 ? read : undefined
}

function list(typed: unknown, read: (one: unknown, index: number) => Parts): Parts[] | undefined {
  const all = ((typed as unknown[] | undefined) ?? []).map(read)
  return all.length > 0 ? all : undefined
}

function readOne(path: string, spec: FieldSpec, typed: unknown, unreadable: Unreadable[]): unknown {
  const plain = plainValue(spec, typed)
  if (plain === undefined) return undefined
  const parsed = fieldValueSchema(spec).safeParse(plain)
  if (parsed.success) return parsed.data
  unreadable.push({ path, message: complaint(spec) })
  return undefined
}

function plainValue(spec: FieldSpec, typed: unknown): unknown {
  if (typed === undefined || typed === null) return undefined
  if (Array.isArray(typed)) return typed.length === 0 ? undefined : typed
  if (typeof typed !== 'string') return typed
  const text = typed.trim()
  if (text === '') return undefined
  if (spec.kind === 'date') return readDay(text) ?? text
  if (spec.kind === 'decimal') {
    const number = Number(text.normalize('NFKC').replaceAll(',', ''))
    return Number.isFinite(number) ? number : text
  }
  return text
}

function complaint(spec: FieldSpec): Words {
  switch (spec.kind) {
    case 'money':
      return {
        zh: '请填写以元为单位的数字，最多两位小数，例如 2,700,000 或 2700000.50。',
        en: 'Write a number in yuan with at most two decimals, such as 2,700,000 or 2700000.50.',
      }
    case 'date':
      return {
        zh: '请填写日历上存在的日期，例如 2026-03-09。',
        en: 'Write a day of the calendar, such as 2026-03-09.',
      }
    case 'decimal':
      return {
        zh: `请填写 ${spec.least} 至 ${spec.most} 之间的数字。`,
        en: `Write a number from ${spec.least} to ${spec.most}.`,
      }
    case 'text':
    case 'longText':
      return {
        zh: `最多 ${spec.maxLength} 字，请缩短。`,
        en: `At most ${spec.maxLength} characters; please shorten it.`,
      }
    default:
      return { zh: '无法识别所填内容。', en: 'This can’t be read.' }
  }
}
