/** Region digits of numbers given here; numbers from the national system carry their own. */
export const OWN_REGION = '6600'

export interface RegistrationNumber {
  year: number
  region: string
  /** Registration point, two digits. */
  point: string
  serial: number
}

export type NumberProblem = 'length' | 'digits' | 'year' | 'region' | 'point' | 'serial'

/**
 * 合同登记编号: year 4 + region 4 + registration point 2 + serial 6, e.g. `2024660008000001`.
 * @throws RangeError where a part does not fit its digits, since a number once given can't be mended
 */
export function formatNumber(year: number, point: string, serial: number): string {
  const text = `${year}${OWN_REGION}${point}${String(serial).padStart(6, '0')}`
  const parsed = parseNumber(text)
  if (!parsed.ok) throw new RangeError(`Not a registration number (${parsed.problem}): ${text}`)
  return text
}

/** Takes a number apart, or says what about it is wrong. Full-width digits and spaces between groups are forgiven. */
export function parseNumber(
  text: string,
): { ok: true; number: RegistrationNumber; text: string } | { ok: false; problem: NumberProblem } {
  const digits = text.normalize('NFKC').replace(/\s+/g, '')
  if (/\D/.test(digits)) return { ok: false, problem: 'digits' }
  if (digits.length !== 16) return { ok: false, problem: 'length' }
  const number = {
    year: Number(digits.slice(0, 4)),
    region: digits.slice(4, 8),
    point: digits.slice(8, 10),
    serial: Number(digits.slice(10)),
  }
  if (number.year < 1985 || number.year > 2199) return { ok: false, problem: 'year' }
  if (number.region.startsWith('0')) return { ok: false, problem: 'region' }
  if (number.point === '00') return { ok: false, problem: 'point' }
  if (number.serial === 0) return { ok: false, problem: 'serial' }
  return { ok: true, number, text: digits }
}
