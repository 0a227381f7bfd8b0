import { CHINA } from '../code-lists'
import type { Content, Party } from '../content'

/** A party with the path and the words it is spoken of by. */
export interface NamedParty {
  path: string
  side: 'seller' | 'buyer'
  zh: string
  en: string
  party: Party
}

/** All parties in the order of the form. */
export function partiesOf({ seller, coSellers = [], buyer, coBuyers = [] }: Content): NamedParty[] {
  const named = (
    path: string,
    side: NamedParty['side'],
    zh: string,
    en: string,
    party?: Party,
  ): NamedParty[] => (party ? [{ path, side, zh, en, party }] : [])
  return [
    ...named('seller', 'seller', '卖方', 'The seller', seller),
    ...coSellers.flatMap((party, index) =>
      named(`coSellers.${index}`, 'seller', `共同卖方第 ${index + 1} 家`, `Co-seller ${index + 1}`, party),
    ),
    ...named('buyer', 'buyer', '买方', 'The buyer', buyer),
    ...coBuyers.flatMap((party, index) =>
      named(`coBuyers.${index}`, 'buyer', `共同买方第 ${index + 1} 家`, `Co-buyer ${index + 1}`, party),
    ),
  ]
}

export const isAbroad = (party: Party | undefined): boolean =>
  party?.country !== undefined && party.country !== CHINA

/** The words of a pattern (with the g flag) that the texts hold, each once, for showing. */
export const found = (pattern: RegExp, ...texts: (string | undefined)[]): string[] => [
  ...new Set(texts.flatMap((text) => text?.match(pattern) ?? [])),
]

export const quoted = (words: readonly string[]): { zh: string; en: string } => ({
  zh: words.map((word) => `“${word}”`).join('、'),
  en: words.map((word) => `“${word}”`).join(', '),
})

export const sum = (amounts: readonly (bigint | undefined)[]): bigint =>
  amounts.reduce<bigint>((total, amount) => total + (amount ?? 0n), 0n)
