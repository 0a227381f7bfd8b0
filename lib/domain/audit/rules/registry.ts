import { codeWords } from '../../contract/code-lists'
import type { Party } from '../../contract/content'
import { normalise } from '../../text/similarity'
import type { Words } from '../../words'
import type { AuditRecord } from '../record'
import type { Found, RecordRule } from '../rule'

const REGISTRY = '单位库；统一社会信用代码登记信息'
const FLOW = '统计口径：技术流向按买方是否兵团单位划分'

const sides = [
  ['seller', { zh: '卖方', en: 'The seller' }],
  ['buyer', { zh: '买方', en: 'The buyer' }],
] as const

const message: Words = {
  zh: '{who}{what}为“{here}”，单位库为“{there}”。',
  en: '{who}: {what} “{here}” here, “{there}” in the registry.',
}

type Compared = 'name' | 'kind' | 'region' | 'isCorps'

/** A difference between a party of the contract and the entry that has its code, in one field. */
const differs =
  (
    field: Compared,
    what: Words,
    say: (value: string) => Words,
    of: readonly string[] = ['seller', 'buyer'],
  ) =>
  ({ content, registry }: AuditRecord): Found[] =>
    sides.flatMap(([side, who]) => {
      const [here, there] = [textOf(content[side], field), textOf(registry[side], field)]
      if (!of.includes(side) || here === '' || there === '' || normalise(here) === normalise(there)) return []
      return [{ path: `${side}.${field}`, params: { who, what, here: say(here), there: say(there) } }]
    })

const textOf = (party: Party | null | undefined, field: Compared): string => String(party?.[field] ?? '')

const asIs = (text: string): Words => ({ zh: text, en: text })
const yesOrNo = (value: string): Words =>
  value === 'true' ? { zh: '是', en: 'yes' } : { zh: '否', en: 'no' }

/** What a contract says of its parties, against the registry of organisations. */
export const registryRules: readonly RecordRule[] = [
  {
    id: 'Q20-name',
    scope: 'record',
    title: { zh: '当事人名称与单位库不符', en: 'Party’s name differs from the registry' },
    severity: 'warning',
    source: REGISTRY,
    message,
    check: differs('name', { zh: '名称', en: 'name' }, asIs),
    examples: {
      passes: [
        { registry: { seller: null, buyer: null } },
        { content: { seller: { name: '甲公司' } }, registry: { seller: { name: '甲 公司' }, buyer: null } },
      ],
      fails: [
        { content: { seller: { name: '甲公司' } }, registry: { seller: { name: '乙公司' }, buyer: null } },
      ],
    },
  },
  {
    id: 'Q38-registry',
    scope: 'record',
    title: { zh: '行政区划与单位库不符', en: 'Division differs from the registry' },
    severity: 'warning',
    source: `GB/T 2260；${REGISTRY}`,
    message,
    check: differs('region', { zh: '行政区划', en: 'division' }, asIs),
    examples: {
      passes: [
        { content: { buyer: { region: '410102' } }, registry: { seller: null, buyer: { region: '410102' } } },
      ],
      fails: [
        { content: { buyer: { region: '650102' } }, registry: { seller: null, buyer: { region: '410102' } } },
      ],
    },
  },
  {
    id: 'Q38-code',
    scope: 'record',
    title: { zh: '行政区划与信用代码不在同一省区', en: 'Division and unified code of different provinces' },
    severity: 'warning',
    source: 'GB 32100-2015：代码第 3—8 位为登记管理机关行政区划码',
    message: {
      zh: '{who}行政区划为 {region}，统一社会信用代码登记地为 {code}。',
      en: '{who} sits in {region}, but its unified code was issued in {code}.',
    },
    check: ({ content }) =>
      sides.flatMap(([side, who]) => {
        const { region = '', code = '' } = content[side] ?? {}
        // Codes of bodies under the State Council begin with 100000 wherever they sit.
        const issued = code.slice(2, 8)
        if (region === '' || !/^\d{6}$/.test(issued) || issued === '100000') return []
        return issued.slice(0, 2) === region.slice(0, 2)
          ? []
          : [{ path: `${side}.region`, params: { who, region, code: issued } }]
      }),
    examples: {
      passes: [{ content: { buyer: { region: '410103', code: '91410102MAENRA4031' } } }],
      fails: [{ content: { buyer: { region: '650102', code: '91410102MAENRA4031' } } }],
    },
  },
  {
    id: 'Q39-registry',
    scope: 'record',
    title: { zh: '“是否兵团单位”与单位库不符', en: 'Corps mark differs from the registry' },
    severity: 'error',
    source: FLOW,
    message,
    check: differs('isCorps', { zh: '是否兵团单位', en: 'of the Corps' }, yesOrNo),
    examples: {
      passes: [
        { content: { buyer: { isCorps: true } }, registry: { seller: null, buyer: { isCorps: true } } },
      ],
      fails: [
        { content: { buyer: { isCorps: false } }, registry: { seller: null, buyer: { isCorps: true } } },
      ],
    },
  },
  {
    // Sellers alone, as in Q40: their kind decides the seller groups, and buyers are often entered by a parent's code.
    id: 'Q40-registry',
    scope: 'record',
    title: { zh: '卖方性质与单位库不符', en: 'Seller’s kind differs from the registry' },
    severity: 'warning',
    source: `国家登记表填写说明：卖方性质；${REGISTRY}`,
    message,
    check: differs('kind', { zh: '性质', en: 'kind' }, (code) => codeWords('partyKind', code), ['seller']),
    examples: {
      passes: [{ content: { seller: { kind: '150' } }, registry: { seller: { kind: '150' }, buyer: null } }],
      fails: [{ content: { seller: { kind: '170' } }, registry: { seller: { kind: '150' }, buyer: null } }],
    },
  },
]
