import type { Words } from '../words'

/** Weights and check characters of GB 11643-1999 (ISO 7064 MOD 11-2). */
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const CHECKS = '10X98765432'

export type ResidentIdProblem = 'length' | 'alphabet' | 'date' | 'check'

export const residentIdProblemWords: Readonly<Record<ResidentIdProblem, Words>> = {
  length: { zh: '居民身份证号应为18位', en: 'A resident identity number has 18 characters' },
  alphabet: {
    zh: '前17位应为数字，末位为数字或 X',
    en: 'The first 17 characters are digits, the last a digit or X',
  },
  date: { zh: '第7至14位不是有效的出生日期', en: 'Characters 7 to 14 are no date of birth' },
  check: {
    zh: '校验码不符，请核对是否有录入错误',
    en: 'The check character does not fit; a character was mistyped',
  },
}

/** The check character that belongs to the first 17 digits. */
export function residentIdCheckCharacter(id: string): string {
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(id.charAt(at)), 0)
  return CHECKS.charAt(sum % 11)
}

/** What is wrong with a resident identity number (公民身份号码); null where nothing is. */
export function residentIdProblem(text: string): ResidentIdProblem | null {
  const id = text.toUpperCase()
  if (id.length !== 18) return 'length'
  if (!/^\d{17}[\dX]$/.test(id)) return 'alphabet'
  const [year, month, day] = [Number(id.slice(6, 10)), Number(id.slice(10, 12)), Number(id.slice(12, 14))]
  const birth = new Date(Date.UTC(year, month - 1, day))
  if (year < 1850 || birth.getUTCMonth() !== month - 1 || birth.getUTCDate() !== day) return 'date'
  return residentIdCheckCharacter(id) === id.charAt(17) ? null : 'check'
}
