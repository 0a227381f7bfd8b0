import type { Finding } from '../contract/check'
import { codeList } from '../contract/code-lists'
import type { Words } from '../words'

/** A university or institute on the dated list by which the rate of measures is divided (高校科研院所名录). */
export interface Institution {
  /** What records call it by: a code of the first list, or its Chinese name where it joined later. */
  code: string
  words: Words
  kind: 'university' | 'institute'
  /** Registration unit it belongs to. */
  unit: string
  /** First day on the list, and the first one no longer on it. */
  since: string
  until: string | null
}

const LISTED = '2023-01-01'

/** The list as a register begins with it. */
export const firstInstitutions: readonly Institution[] = codeList('institution').map(({ code, words }) => ({
  code,
  words,
  kind: code.startsWith('U') ? 'university' : 'institute',
  unit: code.startsWith('A') ? `D${code.slice(1)}` : code,
  since: LISTED,
  until: null,
}))

export const isListedOn = ({ since, until }: Pick<Institution, 'since' | 'until'>, day: string): boolean =>
  since <= day && (until === null || until > day)

/** The institutions on the list on a day: a year is divided by those of its last day. */
export const institutionsOn = (list: readonly Institution[], day: string): Institution[] =>
  list.filter((one) => isListedOn(one, day))

/** An institution that never was on the list: the report would not count what it did. */
export function unlisted(
  kind: string,
  content: Readonly<Record<string, unknown>>,
  list: readonly Institution[],
): Finding[] {
  const { institution } = content
  if (kind !== 'measures' || !institution || list.some(({ code }) => code === institution)) return []
  return [
    {
      rule: 'W04',
      severity: 'error',
      path: 'institution',
      message: {
        zh: `“${institution}”不在高校科研院所名录中，请从名录中选择；新增院所由中心列入名录。`,
        en: `“${institution}” is not on the list of institutions; choose one of it, or ask the centre to list it.`,
      },
      source: '兵团高校科研院所名录',
    },
  ]
}
