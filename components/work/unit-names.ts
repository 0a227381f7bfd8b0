import type { Member } from '@/lib/domain/statistics/members'
import { say } from '@/lib/domain/words'

/** Names of units by code in the reader's language. */
export function unitNames(units: readonly Member[], locale: string): (code: string) => string {
  const names = new Map(units.map(({ code, words }) => [code, say(words, locale)]))
  return (code) => names.get(code) ?? code
}
