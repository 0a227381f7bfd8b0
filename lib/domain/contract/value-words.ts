import { formatWan, formatYuan } from '../money'
import { regionFullName } from '../regions'
import type { Words } from '../words'
import { codeWords } from './code-lists'
import type { Party } from './content'
import type { FieldKind, FieldSpec } from './field-spec'
import { partyFields } from './party-fields'

type Spec<K extends FieldKind> = Extract<FieldSpec, { kind: K }>
type Wording = { [K in FieldKind]: (spec: Spec<K>, value: never) => Words }

const same = (text: string): Words => ({ zh: text, en: text })
const join = (parts: readonly Words[]): Words => ({
  zh: parts.map(({ zh }) => zh).join('；'),
  en: parts.map(({ en }) => en).join('; '),
})

const wording: Wording = {
  text: (spec, value: string) =>
    // The one text that stands for a code; its table of names is too long to be a code list.
    spec === partyFields.region ? same(`${regionFullName(value) ?? ''} ${value}`.trim()) : same(value),
  longText: (_, value: string) => same(value),
  code: ({ list }, value: string) => codeWords(list, value),
  codes: ({ list }, value: string[]) => ({
    zh: value.map((code) => codeWords(list, code).zh).join('、'),
    en: value.map((code) => codeWords(list, code).en).join(', '),
  }),
  money: (_, value: bigint) => ({
    zh: `${formatYuan(value)} 元（${formatWan(value)} 万元）`,
    en: `${formatYuan(value)} yuan`,
  }),
  date: (_, value: string) => same(value),
  flag: (_, value: boolean) => (value ? { zh: '是', en: 'Yes' } : { zh: '否', en: 'No' }),
  decimal: (_, value: number) => same(String(value)),
  party: (_, value: Party) => same(value.name ?? '—'),
  parties: (_, value: Party[]) => ({
    zh: value.map(({ name }) => name ?? '—').join('、'),
    en: value.map(({ name }) => name ?? '—').join(', '),
  }),
  items: ({ items }, value: Record<string, unknown>[]) => join(value.map((item) => itemWords(items, item))),
}

/** A filled-in value as a person reads it; null where nothing is filled in. */
export function valueWords(spec: FieldSpec, value: unknown): Words | null {
  if (value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)) {
    return null
  }
  return wording[spec.kind](spec as never, value as never)
}

/** One line of a list in words: its filled-in parts. */
export function itemWords(specs: Record<string, FieldSpec>, item: Record<string, unknown>): Words {
  const parts = Object.entries(specs).flatMap(([name, spec]) => valueWords(spec, item[name]) ?? [])
  return { zh: parts.map(({ zh }) => zh).join('，'), en: parts.map(({ en }) => en).join(', ') }
}
