/** Crockford's base 32: no letter that can be taken for a digit, and none that spells. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const LENGTH = 10

/** The check code of so many bytes: their first 50 bits. @throws RangeError where there are fewer */
export function codeFrom(bytes: Uint8Array): string {
  if (bytes.length < 7) throw new RangeError('A check code takes 50 bits')
  let bits = 0n
  for (const byte of bytes.subarray(0, 7)) bits = (bits << 8n) | BigInt(byte)
  bits >>= 6n
  return Array.from({ length: LENGTH }, (_, at) => LETTERS[Number((bits >> BigInt(45 - at * 5)) & 31n)]).join(
    '',
  )
}

/** As it is printed: `7K2QM-0XV9D`. */
export const groupedCode = (code: string): string => `${code.slice(0, 5)}-${code.slice(5)}`

const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\s\p{Pd}]/gu, '')
    .toUpperCase()

/** A check code as a person types it, look-alikes read as what they are taken for; null where it can't be one. */
export function typedCode(text: string): string | null {
  const code = plain(text).replaceAll('O', '0').replace(/[IL]/g, '1')
  return code.length === LENGTH && [...code].every((letter) => LETTERS.includes(letter)) ? code : null
}

/** The number on a paper as a person types it: 16 digits of a contract, or `QD`, year and six digits of a list. */
export function typedNumber(text: string): string | null {
  const number = plain(text)
  return /^(\d{16}|QD\d{10})$/.test(number) ? number : null
}

/** A number as it is printed: `2026 6600 08 000001`, `QD 2026 000001`. */
export const groupedNumber = (number: string): string =>
  number.startsWith('QD')
    ? number.replace(/^(..)(....)(.*)$/, '$1 $2 $3')
    : number.replace(/^(....)(....)(..)(.*)$/, '$1 $2 $3 $4')

/** The number of the so-manieth list of a year. */
export const listNumber = (year: number, count: number): string =>
  `QD${year}${String(count).padStart(6, '0')}`
