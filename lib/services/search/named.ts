import 'server-only'
import type { Words } from '@/lib/domain/words'

const digits = '零一二三四五六七八九'

/** 第8师, 8师 and 第八师 as the units are named. */
function usual(word: string): string {
  const bare = word.replace(/^第/, '')
  return bare.replace(/^1?\d(?=师)/, (number) => {
    const tens = number.length > 1 ? '十' : ''
    const ones = Number(number.slice(-1))
    return tens + (tens && ones === 0 ? '' : (digits[ones] ?? ''))
  })
}

/** Units that a word names: by code, or by the whole name in either language. */
export function namedUnits(word: string, units: ReadonlyMap<string, Words>): string[] {
  const small = word.toLowerCase()
  return [...units]
    .filter(
      ([code, { zh, en }]) =>
        [code, zh, en].some((name) => name.toLowerCase() === small) || zh === usual(small),
    )
    .map(([code]) => code)
}

/** The year that a word names, from the register's first to the last one to be thought of. */
export const namedYears = (word: string): number[] =>
  /^(19[89]|20\d)\d年?$/.test(word) ? [Number(word.slice(0, 4))] : []
