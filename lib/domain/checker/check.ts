import type { Words } from '../words'
import { blamed } from './blame'
import type { Block } from './block'
import type { Claim, Span } from './claim'
import { Figures } from './figures'
import type { Finding } from './finding'
import { findingsOf } from './findings'
import type { Ruled } from './judgement'
import { credible } from './likeness'
import { narrow } from './reading/narrow'
import { readParagraph } from './reading/paragraph'
import { reportPeriod } from './reading/periods'
import type { Read } from './reading/reader'
import { looksBack, reportYear } from './reading/report-year'
import { placesIn, vocabularyOf } from './reading/subject-words'
import { type ReadTable, readTable } from './reading/table'
import { tokenPattern } from './reading/tokens'
import { type RuleName, rules } from './rules'
import { againstRegister, type Register } from './rules/register'
import type { Subject } from './subject'
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
  const period = reportPeriod(blocks)
  const tables = blocks.flatMap((block, index) =>
    block.kind === 'table' ? [readTable(block, index, year, hintFor(blocks, index), period)] : [],
  )
  const title = titleOf(blocks)
  const vocabulary = vocabularyOf([
    ...tables.flatMap(ownNames),
    ...blocks
      .flatMap((block) => (block.kind === 'table' ? [] : placesIn(narrow(block.text))))
      .filter(([name]) => !title.includes(name)),
  ])
  const language = {
    pattern: tokenPattern(vocabulary),
    words: vocabulary.words,
    year,
    title,
    looksBack: looksBack(blocks),
    period,
  }
  const texts = blocks.flatMap((block, index) =>
    block.kind === 'table' ? [] : [readParagraph(block.text, index, language)],
  )
  const reads: Read[] = [...tables, ...texts]
  const claims = reads.flatMap((read) => read.claims)
  // The register's years are no measure for a part of one.
  const all =
    register && period === null ? [...rules, ['register', againstRegister(register)] as const] : rules
  const run = (doubted: ReadonlySet<Claim>): Ruled[] => {
    const evidence = { claims, tables, doubted, period, figures: new Figures(claims, tables, doubted) }
    const judgements: Ruled[] = []
    for (const [rule, judge] of all)
      for (const one of judge(evidence)) judgements.push(Object.assign(one, { rule }))
    return judgements.filter(credible)
  }
  const judgements = run(new Set())
  const numbers = numbersOf(claims, reads, judgements)
  const counts = { judged: 0, understood: 0, 'not-understood': 0 }
  for (const { standing } of numbers) counts[standing] += 1
  return { year, findings: findingsOf(settled(judgements, run)), numbers, counts }
}

/** What stays once the numbers that spoil others are known, and the others are judged without them. */
function settled(first: readonly Ruled[], run: (doubted: ReadonlySet<Claim>) => readonly Ruled[]): Ruled[] {
  const { judgements, culprits } = blamed(first)
  if (culprits.size === 0) return judgements
  const own = judgements.filter(({ claim }) => culprits.has(claim))
  const again = blamed(run(culprits)).judgements
  return [...own, ...again.filter(({ claim }) => !culprits.has(claim))]
}

/** What a report calls itself in its first lines. */
const titleOf = (blocks: readonly Block[]): string =>
  narrow(
    blocks
      .slice(0, 2)
      .map((block) =>
        block.kind === 'table' ? '' : block.text.slice(0, 60).replace(/[，,。；;：:].*$/s, ''),
      )
      .join(' '),
  )

/** The text before a table, where it gives the unit of its money. */
function hintFor(blocks: readonly Block[], index: number): string {
  const before = blocks[index - 1]
  if (!before || before.kind === 'table') return ''
  const text = before.text.slice(0, 80)
  return /单位\s*[:：]|表/.test(text) ? text : ''
}

/** Names that a table's rows bring, and longer ones for what has a name already, 驻区高校. */
const ownNames = ({ rows }: ReadTable): [string, Subject][] =>
  rows.flatMap(({ of, label, role }): [string, Subject][] => {
    const [only] = of ?? []
    if (!only || of?.length !== 1) return []
    if (only.split === 'named') return [[only.code, only]]
    return role === 'member' && /^[一-龥]{3,12}$/.test(label) ? [[label, only]] : []
  })

function numbersOf(
  claims: readonly Claim[],
  reads: readonly Read[],
  judgements: readonly Ruled[],
): CheckedNumber[] {
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
    return {
      block,
      start,
      end,
      printed,
      says: describe(claim),
      rules: names,
      standing: names.length > 0 ? 'judged' : 'understood',
    }
  })
  const rest = reads.flatMap(({ unread }) =>
    unread.map((one): CheckedNumber => ({ ...one, says: null, rules: [], standing: 'not-understood' })),
  )
  const places = new Map<string, CheckedNumber>()
  for (const one of [...understood, ...rest]) {
    const key = `${one.block}:${one.start}:${one.end}`
    const known = places.get(key)
    places.set(key, known?.standing === 'judged' ? known : one)
  }
  return [...places.values()].sort((a, b) => a.block - b.block || a.start - b.start)
}
