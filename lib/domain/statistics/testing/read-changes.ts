import { expect } from 'vitest'
import type { Raw, Split } from './raw'
import { pattern } from './read-leaders'
import { expectNames, type Reader } from './reading'

/** What a sentence on growth is read against: this year's sums beside those of another time. */
interface Compared {
  split: Split
  /** The measure word of the members. */
  noun: string
  both: (member: string) => readonly [now: bigint, then: bigint]
  /** How the other time is called. */
  base: string
  /** Which two sides may be told. */
  sides: readonly [up: string, down: string | null]
}

/** Against the whole of last year: what grew and what fell; while the year runs, what has passed it. */
export function readChanges(reader: Reader, raw: Raw, split: Split, noun: string) {
  const both = (member: string) => raw.both((facts) => facts[split] === member)
  const passed = raw.members(split).some((member) => both(member)[0] > both(member)[1])
  if (raw.turnoverLast() === 0n || (!raw.over && !passed)) return
  reader.must(/；/)
  const sides = raw.over ? (['有增长', '有下降'] as const) : (['已超过上年全年', null] as const)
  readMovements(reader, raw, { split, noun, both, base: raw.base, sides })
}

/** Which members moved to which side: by name or by number, each claim counted again. */
export function readMovements(reader: Reader, raw: Raw, { split, noun, both, base, sides }: Compared) {
  const [upWords, downWords] = sides
  const members = raw.members(split)
  const those = (test: (now: bigint, then: bigint) => boolean) =>
    members.filter((member) => test(...both(member)))
  const up = those((now, then) => now > then)
  const down = those((now, then) => now < then)
  if (downWords && up.length + down.length === 0) {
    return void reader.must(pattern(`${members.length} ${noun}均与${base}持平`))
  }
  const side = `(${[upWords, downWords].filter(Boolean).join('|')})`
  const meant = (words = '') => (words === upWords ? up : down)
  if (reader.take(/除/)) {
    const exceptions = reader.names(raw.names(split))
    const [rest, words] = reader.must(pattern(`外，其余 (\\d+) ${noun}均${side}`))
    expect(Number(rest)).toBe(meant(words).length)
    expectNames(
      exceptions,
      members.filter((member) => !meant(words).includes(member)),
    )
    return expect(exceptions.all).toBeLessThanOrEqual(2)
  }
  const [all, words] = reader.take(pattern(`(\\d+) ${noun}均${side}`)) ?? []
  if (all) return expect([Number(all), meant(words).length]).toEqual([members.length, members.length])
  do {
    const count = reader.take(pattern(`(\\d+) ${noun}`))
    const told = count ? null : reader.names(raw.names(split))
    const [one] = reader.must(pattern(side))
    if (told) expectNames(told, meant(one))
    else expect(Number(count?.[0])).toBe(meant(one).length)
  } while (reader.take(/，/))
}
