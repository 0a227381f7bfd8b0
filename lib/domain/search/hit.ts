import type { Words } from '../words'
import type { Marked } from './marks'

/** The kinds of things the search box finds, in the order they are shown. */
export const hitKinds = {
  contract: { zh: '合同', en: 'Contracts' },
  organisation: { zh: '单位库', en: 'Parties' },
  year: { zh: '年度', en: 'Years' },
  unit: { zh: '登记机构', en: 'Units' },
  table: { zh: '统计表', en: 'Tables' },
  setting: { zh: '设置', en: 'Settings' },
} as const satisfies Record<string, Words>

export type HitKind = keyof typeof hitKinds

/** Something found, with the address it stands at. */
export interface Hit {
  id: string
  href: string
  title: Marked
  /** A second line that tells namesakes apart. */
  detail: Marked | null
}

/** What was found for a text, in groups of a handful; `exact` leads to the one thing whose whole number was typed. */
export interface Found {
  groups: { kind: HitKind; hits: Hit[] }[]
  exact: string | null
}
