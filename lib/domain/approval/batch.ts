import type { ProblemDetail } from '../problems'
import type { Unknown } from '../result'
import type { Words } from '../words'

/** A sum over contracts, amounts in fen. */
export interface Sum {
  contracts: number
  turnover: bigint
  technology: bigint
}

/** One chosen contract in the dry run. */
export interface BatchItem {
  id: string
  localNumber: string
  unit: string
  name: string
  /** The revision that was looked at; approval is refused when the contract has moved on. */
  revision: number
  turnover: bigint
  technology: bigint
  /** Why it can't be approved with others; empty for a clean one. */
  obstacles: Obstacle[]
}

/** What approving the clean ones of the chosen will add to the figures of the year, before anything is written. */
export interface BatchPreview {
  year: number
  items: BatchItem[]
  /** Chosen, but no longer waiting. */
  gone: string[]
  byUnit: ({ unit: string } & Sum)[]
  total: Sum
}

/** What became of one contract of a batch. */
export type BatchOutcome = { id: string; localNumber: string; name: string } & (
  | { ok: true; number: string }
  | { ok: false; obstacles: Obstacle[]; problem?: ProblemDetail | Unknown }
)

export const obstacles = {
  second: { zh: '已初审，待复核', en: 'awaits its second approval' },
  large: { zh: '大额合同', en: 'large contract' },
  disputed: { zh: '争议合同', en: 'disputed' },
  warnings: { zh: '有警告须逐份审核', en: 'has warnings to be read' },
  duplicate: { zh: '疑似重复', en: 'probable duplicate' },
  own: { zh: '您录入或修改过', en: 'you entered or edited it' },
  looked: { zh: '他人正在查看', en: 'somebody else is looking at it' },
} as const satisfies Record<string, Words>

export type Obstacle = keyof typeof obstacles

/** Totals of the clean ones by unit, in the order of their codes, and overall. */
export function sumsOf(items: readonly BatchItem[]): Pick<BatchPreview, 'byUnit' | 'total'> {
  const byUnit = new Map<string, Sum>()
  const total: Sum = { contracts: 0, turnover: 0n, technology: 0n }
  for (const item of items) {
    if (item.obstacles.length > 0) continue
    const sum = byUnit.get(item.unit) ?? { contracts: 0, turnover: 0n, technology: 0n }
    byUnit.set(item.unit, sum)
    for (const one of [sum, total]) {
      one.contracts += 1
      one.turnover += item.turnover
      one.technology += item.technology
    }
  }
  const inOrder = [...byUnit].sort(([a], [b]) => (a < b ? -1 : 1))
  return { byUnit: inOrder.map(([unit, sum]) => ({ unit, ...sum })), total }
}
