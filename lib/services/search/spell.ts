import 'server-only'
import { polyphonic } from 'pinyin-pro'
import type { Readings } from '@/lib/domain/search/spelling'

/** How a text is spelled, every reading of each character: whoever types 银行 may think of hang or xing. */
export function spell(text: string): Readings {
  const letters = Array.from(text)
  // Beyond the basic plane a character is two units of a JavaScript text, the second of which has no reading.
  return letters.flatMap((letter) => [
    readingsOf(letter),
    ...Array.from({ length: letter.length - 1 }, () => [] as string[]),
  ])
}

function readingsOf(letter: string): string[] {
  const small = letter.normalize('NFKC').toLowerCase()
  if (/^[a-z0-9]$/.test(small)) return [small]
  if (!/^\p{Script=Han}$/u.test(letter)) return []
  const said = polyphonic(letter, { toneType: 'none', type: 'array', v: true })[0] ?? []
  return [...new Set(said)].filter((reading) => /^[a-z]+$/.test(reading))
}
