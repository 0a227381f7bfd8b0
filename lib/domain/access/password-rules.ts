import type { Settings } from '../settings'
import type { Words } from '../words'

/** What is wrong with a new password; `used-before` is found by comparing hashes, the rest by reading it. */
export const passwordFaults = {
  'too-short': (rules: PasswordRules): Words => ({
    zh: `密码至少 ${rules.passwordLength} 个字符。`,
    en: `Use at least ${rules.passwordLength} characters.`,
  }),
  'too-long': (): Words => ({
    zh: `密码不超过 ${longestPassword} 个字符。`,
    en: `Use at most ${longestPassword} characters.`,
  }),
  'too-plain': (): Words => ({
    zh: '密码须含大写字母、小写字母、数字、符号中的三类。',
    en: 'Use three of these: capitals, small letters, digits, symbols.',
  }),
  'holds-name': (): Words => ({
    zh: '密码不能包含用户名。',
    en: 'Leave your user name out of the password.',
  }),
  'used-before': (rules: PasswordRules): Words => ({
    zh: `不能与当前密码或最近 ${rules.passwordHistory} 次用过的密码相同。`,
    en: `Choose one that is neither your present password nor one of the last ${rules.passwordHistory}.`,
  }),
} as const

export type PasswordFault = keyof typeof passwordFaults
export type PasswordRules = Pick<Settings, 'passwordLength' | 'passwordHistory'>

/** Longer texts would only cost the server time. */
export const longestPassword = 128

const kinds = [/\p{Lu}/u, /\p{Ll}/u, /\p{Nd}/u, /[^\p{Lu}\p{Ll}\p{Nd}]/u]

/**
 * The rules a new password breaks, in the order they are told. Characters are counted as people see them.
 * Source: GB/T 22239-2019 level 3, 8.1.4.1 a) (complexity); the numbers are dated settings.
 */
export function passwordFaultsOf(password: string, username: string, rules: PasswordRules): PasswordFault[] {
  const length = [...password].length
  const faults: PasswordFault[] = []
  if (length < rules.passwordLength) faults.push('too-short')
  if (length > longestPassword) faults.push('too-long')
  if (kinds.filter((kind) => kind.test(password)).length < 3) faults.push('too-plain')
  if (username && password.toLowerCase().includes(username.toLowerCase())) faults.push('holds-name')
  return faults
}

/** Whether a password changed so many days ago has run out; 0 days means never. */
export const hasExpired = (changedAt: Date, now: Date, days: number): boolean =>
  days > 0 && now.getTime() - changedAt.getTime() > days * 86_400_000
