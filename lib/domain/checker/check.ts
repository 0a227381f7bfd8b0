import type { Words } from '../words'
import type { Block } from './block'
import { blamed } from './blame'
import type { Claim, Span } from './claim'
import { Figures } from './figures'
import type { Finding } from './finding'
import { findingsOf } from './findings'
import type { Ruled } from './judgement'
import { readParagraph } from './reading/paragraph'
import type { Read } from './reading/reader'
import { reportYear } from './reading/report-year'
import { type ReadTable, readTable } from './reading/table'
import { type RuleName, rules } from './rules'
import { againstRegister, type Register } from './rules/register'
import { describe } from './words'

/** A number of the report and what became of it. */
export interface CheckedNumber extends Span {
  block: number
  printed: string
  /** What it says; null where it could not be understood. */
  says: Words | null
  /** The rules that it was held against; none where there was nothing to hold it against. */
  rules: RuleName[]
  standing: 'judged' | 'understood' | 'not-understood'
}

export interface Checked {
  year: number
  findings: Finding[]
  /** Every number of the text, in order. */
  numbers: CheckedNumber[]
  counts: Record<CheckedNumber['standing'], number>
}

/**
 * Checks a report's numbers against each other, and against the register where one is given. Never throws; takes time
 * in proportion to the text.
 * @param blocks the report in its order
 */
export function check(blocks: readonly Block[], register?: Register): Checked {
  const year = reportYear(blocks)
  const reads = blocks.map((block, index) => readBlock(blocks, block, index, year))
  const claims = reads.flatMap((read) => read.claims)
  const tables = reads.filter((read): read is ReadTable => 'cells' in read)
  const evidence = { claims, tables, figures: new Figures(claims, tables) }
  const all = register ? [...rules, ['register', againstRegister(register)] as const] : rules
  const judgements = all.flatMap(([name, rule]): Ruled[] => [...rule(evidence)].map((one) => ({ ...one, rule: name })))
  const numbers = numbersOf(claims, reads, judgements)
  const counts = { judged: 0, understood: 0, 'not-understood': 0 }
  for (const { standing } of numbers) counts[standing] += 1
  return { year, findings: findingsOf(blamed(judgements)), numbers, counts }
}

function readBlock(blocks: readonly Block[], block: Block, index: number, year: number): Read | ReadTable {
  if (block.kind !== 'table') return readParagraph(block.text, index, year)
  const before = blocks[index - 1]
  const hint = before && before.kind !== 'table' && /单位\s*[:：]|表/.test(before.text.slice(0, 80)) ? before.text.slice(0, 80) : ''
  return readTable(block, index, year, hint)
}

function numbersOf(claims: readonly Claim[], reads: readonly Read[], judgements: readonly Ruled[]): CheckedNumber[] {
  const held = new Map<Claim, Set<RuleName>>()
  for (const { claim, operands, rule } of judgements)
    for (const one of [claim, ...operands]) {
      const names = held.get(one)
      if (names) names.add(rule)
      else held.set(one, new Set([rule]))
    }
  const understood = claims.map((claim): CheckedNumber => {
    const names = [...(held.get(claim) ?? [])]
    const { block, start, end, printed } = claim
    return { block, start, end, printed, says: describe(claim), rules: names, standing: names.length > 0 ? 'judged' : 'understood' }
  })
  const rest = reads.flatMap(({ unread }) =>
    unread.map((one): CheckedNumber => ({ ...one, says: null, rules: [], standing: 'not-understood' })),
  )
  return [...understood, ...rest].sort((a, b) => a.block - b.block || a.start - b.start)
}
