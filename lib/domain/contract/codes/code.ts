import type { Words } from '../../words'

/** One entry of a code list. */
export interface Code {
  code: string
  words: Words
  /** The entry it belongs under; absent at the top. */
  parent?: string
  /** The code of the national list where a source gives it; the rest is mapped when the office obtains the list. */
  nationalCode?: string
  /** Other labels met in files and older forms; an import understands them. */
  names?: readonly string[]
  /** A parent that may itself be recorded where the finer level is unknown. */
  whole?: true
}

/** A row of the tables below: code, Chinese, English, and whatever else the entry carries. */
export const entry = <Extra extends Partial<Omit<Code, 'code' | 'words'>> = object>(
  code: string,
  zh: string,
  en: string,
  extra?: Extra,
): Code => ({ code, words: { zh, en }, ...extra })

/** Entries of one parent. */
export const under = (parent: string, entries: readonly Code[]): Code[] =>
  entries.map((child) => ({ ...child, parent }))
