import { expect } from 'vitest'
import type { Facts } from '../../statistics/facts'
import type { Raw, Split } from '../../statistics/testing/raw'
import { Reader } from '../../statistics/testing/reading'
import { readWan, says, saysIf } from './read-numbers'

type Test = (facts: Facts) => boolean

const groups = (split: Split, ...sides: readonly (readonly string[])[]): Test[] =>
  sides.map((codes) => (facts) => codes.includes(facts[split]))

const each =
  (split: Split) =>
  (raw: Raw): Test[] =>
    raw.members(split).map((code) => (facts) => facts[split] === code)

/** What each note is about: the printed parts, in how many decimals shares are printed, and of what. */
const notes: Readonly<
  Record<string, readonly [parts: (raw: Raw) => Test[], decimals: 1 | 2, contracts: boolean]>
> = {
  units: [each('unit'), 2, false],
  types: [each('type'), 2, false],
  bands: [each('band'), 2, true],
  areas: [each('area'), 1, false],
  flows: [each('flow'), 1, false],
  plans: [() => groups('plan', ['1', '2', '3', '4'], ['9']), 1, false],
  sellers: [() => groups('seller', ['1', '2'], ['3'], ['4'], ['5']), 1, false],
}

const halfUp = (n: bigint, d: bigint): bigint => (2n * n + d) / (2n * d)
const sum = (parts: readonly bigint[]): bigint => parts.reduce((all, one) => all + one, 0n)

/** The note of a table is there if, and says only what, printed parts miss their whole. */
export function readNote(table: string, text: string | null, raw: Raw) {
  const [partsOf, decimals, withContracts] = notes[table] ?? [() => [], 2, false]
  const parts = partsOf(raw)
  const all = 10n ** BigInt(2 + decimals)
  const money = sum(parts.map((test) => halfUp(raw.turnover(test), 10_000n)))
  const total = halfUp(raw.turnover(), 10_000n)
  const shares = sum(parts.map((test) => halfUp(raw.turnover(test) * all, raw.turnover())))
  const numbers = sum(parts.map((test) => halfUp(raw.contracts(test) * all, raw.contracts())))
  const missed = [money !== total, withContracts && numbers !== all, shares !== all]
  if (text === null) return void expect(missed, table).toEqual([false, false, false])
  const reader = new Reader(text)
  says(reader, '注：因四舍五入，')
  const next = () => void saysIf(reader, '；')
  if (missed[0]) {
    says(reader, '各项成交额之和为')
    readWan(reader, money * 10_000n)
    says(reader, '，与合计')
    readWan(reader, raw.turnover())
    says(reader, '略有出入')
    next()
  }
  for (const [what, missing, printed] of [
    ['份数', missed[1], numbers],
    ['成交额', missed[2], shares],
  ] as const) {
    if (!missing) continue
    const [digits = ''] = reader.must(new RegExp(`各项${what}占比之和为 ([\\d.]+)%`))
    expect(digits.split('.')[1]).toHaveLength(decimals)
    expect(BigInt(digits.replace('.', '')), text).toBe(printed)
    next()
  }
  expect(missed, text).toContain(true)
  says(reader, '。')
  reader.end()
}

/** The tables whose notes a report of this view may carry. */
export const notedTables = (unit: string | null): string[] =>
  Object.keys(notes).filter((table) => unit === null || (table !== 'units' && table !== 'areas'))
