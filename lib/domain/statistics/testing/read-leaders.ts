import { expect } from 'vitest'
import type { Raw, Split } from './raw'
import { expectNames, expectShare, PERCENT, type Reader, readAgainst } from './reading'

export type Reading = (reader: Reader, raw: Raw) => void

export const pattern = (text: string): RegExp => new RegExp(text)

/** A year without contracts, or whose contracts cost nothing, says that and no more. */
export const ofSomething =
  (reading: Reading): Reading =>
  (reader, raw) => {
    if (raw.contracts() === 0n) reader.must(pattern(`${raw.nothing}登记合同`))
    else if (raw.turnover() === 0n) {
      expect(reader.must(/登记 (\d+) 项，成交额为零/)[0]).toBe(raw.contracts().toString())
    } else reading(reader, raw)
  }

/** How one that leads and several are told. */
type Told = readonly [one: string, several: string]

/** Leaders with the part of each: exactly those with the greatest value, which is above zero. */
export function readBest(
  reader: Reader,
  known: ReadonlyMap<string, string>,
  best: readonly string[],
  [one, several]: Told,
  part: readonly [bigint, bigint],
) {
  expectNames(reader.names(known), best)
  const [said = ''] = reader.must(pattern(`${best.length === 1 ? one : several}(${PERCENT})`))
  expectShare(said, ...part)
}

/** {@link readBest} by turnover among members of a split. */
export function readLeaders(
  reader: Reader,
  raw: Raw,
  split: Split,
  told: Told,
  among = raw.members(split),
): string[] {
  const value = (member: string) => raw.turnover((facts) => facts[split] === member)
  const best = raw.best(among, value)
  readBest(reader, raw.names(split), best, told, [value(best[0] ?? ''), raw.turnover()])
  return best
}

export function readFastest(reader: Reader, raw: Raw, split: Split, fastest: readonly string[]) {
  expectNames(reader.names(raw.names(split)), fastest)
  reader.must(fastest.length === 1 ? /增幅最大，/ : /增幅最大，均/)
  readGrowth(reader, raw, split, fastest[0] ?? '')
}

export const readGrowth = (reader: Reader, raw: Raw, split: Split, member: string) =>
  readAgainst(reader, raw.base, ...raw.both((facts) => facts[split] === member))

/** The members that grew most, from above zero and by more than a least growth of n ÷ d. */
export function fastestOf(raw: Raw, split: Split, members: readonly string[]): string[] {
  const both = (member: string) => raw.both((facts) => facts[split] === member)
  const faster = (a: string, b: string) => both(a)[0] * both(b)[1] > both(b)[0] * both(a)[1]
  return members.filter((member) => !members.some((other) => faster(other, member)))
}
