import { expect } from 'vitest'

/** Reads a Chinese sentence from left to right; what is not read to its end is a claim that nobody checked. */
export class Reader {
  private at = 0
  constructor(readonly text: string) {}

  /** The groups of the pattern where the reader stands; null, and not a step further, where it does not fit. */
  take(pattern: RegExp): string[] | null {
    const sticky = new RegExp(pattern.source, 'yu')
    sticky.lastIndex = this.at
    const found = sticky.exec(this.text)
    if (!found) return null
    this.at = sticky.lastIndex
    return found.slice(1).map((group) => group ?? '')
  }

  must(pattern: RegExp): string[] {
    const found = this.take(pattern)
    if (!found) throw new Error(`“${this.text}” at ${this.at}: expected ${pattern.source}`)
    return found
  }

  /** A list of names: the codes told, and how many are meant by it. */
  names(known: ReadonlyMap<string, string>): { told: string[]; all: number } {
    const longest = [...known.keys()].sort((a, b) => b.length - a.length)
    const told: string[] = []
    do {
      const rest = this.text.slice(this.at).replace(/^“/, '')
      const name = longest.find((one) => rest.startsWith(one))
      if (name === undefined) throw new Error(`“${this.text}” at ${this.at}: expected a name`)
      this.must(new RegExp(`“?${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}”?`))
      told.push(known.get(name) ?? '')
    } while (this.take(/、/))
    const more = this.take(/等 (\d+) (?:个单位|个师|个月|个领域|个地区|个目标|个金额档|类)/)
    return { told, all: more ? Number(more[0]) : told.length }
  }

  end() {
    expect(this.text.slice(this.at), this.text).toBe('')
  }
}

/** The names told are exactly those expected: all of them up to three, else the first three and their number. */
export function expectNames({ told, all }: { told: string[]; all: number }, expected: readonly string[]) {
  expect(all).toBe(expected.length)
  if (all <= 3) expect([...told].sort()).toEqual([...expected].sort())
  else
    expect([told.length, new Set(told).size, told.every((one) => expected.includes(one))]).toEqual([
      3,
      3,
      true,
    ])
}

export const PERCENT = '(?:近 100%| ?[\\d.]+%|不足 0\\.1%)'
export const MONEY = '(?:不足 0\\.01 万元| ?[\\d,.]+ (?:亿|万)元)'

/** Whether value, in steps of `step`, is n halves up: n − ½ ≤ value ÷ step < n + ½. */
export const rounds = (n: bigint, value: bigint, step: bigint): boolean =>
  (2n * n - 1n) * step <= 2n * value && 2n * value < (2n * n + 1n) * step

const digits = (text: string): bigint => BigInt(text.replace(/[^\d]/g, ''))

export function expectShare(text: string, part: bigint, whole: bigint) {
  const said = text.trim()
  const honest =
    said === '0%'
      ? part === 0n
      : said === '100%'
        ? part === whole
        : said === '近 100%'
          ? part < whole && rounds(1000n, part * 1000n, whole)
          : said === '不足 0.1%'
            ? part > 0n && rounds(0n, part * 1000n, whole)
            : /^\d+\.\d%$/.test(said) &&
              digits(said) > 0n &&
              (digits(said) < 1000n || part > whole) &&
              rounds(digits(said), part * 1000n, whole)
  expect(honest, `${said} for ${part} of ${whole}`).toBe(true)
}

export function expectMoney(text: string, fen: bigint) {
  const said = text.trim()
  const honest =
    said === '不足 0.01 万元'
      ? fen > 0n && fen < 5_000n
      : said === '0.00 万元'
        ? fen === 0n
        : said.endsWith(' 亿元')
          ? fen >= 10n ** 10n && rounds(digits(said), fen, 10n ** 8n)
          : fen < 10n ** 10n && rounds(digits(said), fen, 10n ** 4n)
  expect(honest && /^[^.]*\.\d\d /.test(said), `${said} for ${fen}`).toBe(true)
}

export const expectMultiple = (text: string, n: bigint, d: bigint) =>
  expect(/\.\d$/.test(text) && rounds(digits(text), n * 10n, d), `${text} for ${n} ÷ ${d}`).toBe(true)

/** 比上年增长 …, 为上年的 … 倍 and the like, against an amount above zero. */
export function readAgainst(reader: Reader, base: string, now: bigint, then: bigint) {
  expect(then > 0n, reader.text).toBe(true)
  const multiple = reader.take(new RegExp(`为${base}的 ([\\d,.]+) 倍`))
  const [grew] = reader.take(new RegExp(`比${base}增长(${PERCENT})`)) ?? []
  const [fell] = reader.take(new RegExp(`比${base}下降(${PERCENT})`)) ?? []
  if (multiple?.[0]) {
    expect(now >= 2n * then, reader.text).toBe(true)
    expectMultiple(multiple[0], now, then)
  } else if (grew) {
    expect(now > then && now < 2n * then, reader.text).toBe(true)
    expectShare(grew, now - then, then)
  } else if (fell) {
    expect(now < then, reader.text).toBe(true)
    expectShare(fell, then - now, then)
  } else {
    reader.must(new RegExp(`与${base}持平`))
    expect(now, reader.text).toBe(then)
  }
}
