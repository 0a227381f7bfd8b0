import type { Words } from '../words'
import { type Code, type CodeListName, findCode } from './code-lists'
import type { FieldSpec } from './field-spec'

/** What the register itself added to code lists that are open, as the institutions that joined later. */
export type OpenLists = Partial<Record<CodeListName, readonly Code[]>>

const listOf = (lists: OpenLists, spec: FieldSpec): readonly Code[] =>
  (spec.kind === 'code' && spec.open && lists[spec.list]) || []

/** The words of a value that stands on such a list; undefined where it does not. */
export const openWords = (lists: OpenLists, spec: FieldSpec, value: unknown): Words | undefined =>
  listOf(lists, spec).find(({ code }) => code === value)?.words

/** The code that a name in either language stands for on such a list; a code of the dictionary goes before. */
export function openCode(lists: OpenLists, spec: FieldSpec, text: string): string | undefined {
  const name = text.trim().toLowerCase()
  if (spec.kind !== 'code' || findCode(spec.list, text)) return undefined
  return listOf(lists, spec).find(({ words }) =>
    [words.zh, words.en].some((one) => one.toLowerCase() === name),
  )?.code
}
