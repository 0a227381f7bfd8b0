const digits = '零一二三四五六七八九'
const powers: Record<string, number> = { 十: 10, 百: 100, 千: 1000 }

/** Reads a Chinese numeral below ten thousand, with 点 for decimals: 三十二点五 is 32.5. Null for anything else. */
export function chineseNumber(text: string): number | null {
  const [head = '', tail, more] = text.replaceAll('〇', '零').replaceAll('两', '二').split('点')
  if (more !== undefined) return null
  const integer = wholeNumber(head)
  if (integer === null || tail === undefined) return integer
  const decimals = [...tail].map((digit) => digits.indexOf(digit))
  if (decimals.length === 0 || decimals.includes(-1)) return null
  return Number(`${integer}.${decimals.join('')}`)
}

function wholeNumber(text: string): number | null {
  let sum = 0
  let digit: number | null = null
  if (text === '') return null
  for (const character of text) {
    const power = powers[character]
    if (power !== undefined) {
      sum += (digit ?? 1) * power
      digit = null
    } else {
      const at = digits.indexOf(character)
      if (at < 0) return null
      digit = digit === null || digit === 0 ? at : digit * 10 + at
    }
  }
  return sum + (digit ?? 0)
}

/** Digits after 点. */
export const chineseDecimals = (text: string): number => text.split('点')[1]?.length ?? 0
