import { type Cell, compare, isFigure } from '../statistics/figure'
import { type MeasureName, measures } from '../statistics/measures'
import { shownFigure } from '../statistics/shown'
import type { Words } from '../words'
import type { Shown, ShownTable } from './shown'

/** What has to hold before a report is published, in the order it is looked at. */
export const identities = {
  year: { zh: '年度已结束', en: 'The year is over' },
  parts: { zh: '分项之和等于合计', en: 'Parts add up to their whole' },
  tables: { zh: '各表之间一致', en: 'Tables agree with each other' },
  prose: { zh: '文字与表格一致', en: 'Sentences agree with the tables' },
  recount: { zh: '与登记簿复算一致', en: 'A recount from the contracts agrees' },
  sources: { zh: '自行录入的数字均有出处', en: 'Typed numbers have a source' },
  pointers: { zh: '文字所指的图表均已印出', en: 'Words point at tables and figures that are printed' },
  signatures: { zh: '各章均已签署', en: 'Each chapter is signed' },
} as const satisfies Record<string, Words>

export type IdentityName = keyof typeof identities

export const identityNames = Object.keys(identities) as IdentityName[]

/** Where an identity fails, and by what; amounts as they are printed, to the fen where they are money. */
export interface Failure {
  identity: IdentityName
  where: Words
  found: Words | null
  expected: Words | null
}

export const both = (text: string): Words => ({ zh: text, en: text })

export const joined = (...parts: readonly Words[]): Words => ({
  zh: parts.map(({ zh }) => zh).join(' '),
  en: parts.map(({ en }) => en).join(', '),
})

export const failure = (
  identity: IdentityName,
  where: Words,
  found: Words | null,
  expected: Words | null,
): Failure => ({ identity, where, found, expected })

/** Exact, as a failure says it: 元 to the fen, so that what a table rounds away is seen. */
export function exactly(cell: Cell | undefined, name: MeasureName): Words | null {
  if (!cell) return null
  if (!isFigure(cell)) return both('—')
  const { unit } = measures[name]
  if (unit !== 'money') return both(`${shownFigure(cell, unit)}${unit === 'percent' ? '%' : ''}`)
  const fen = shownFigure(cell, 'count') ?? ''
  return { zh: `${fen} 分`, en: `${fen} fen` }
}

export const sameCell = (a: Cell, b: Cell): boolean =>
  isFigure(a) && isFigure(b) ? compare(a, b) === 0 : isFigure(a) === isFigure(b)

export const tablesOf = ({ tables }: Shown): ShownTable[] =>
  tables.filter((one): one is ShownTable => 'table' in one)
