import type { PickerGroup, PickerItem } from '@/components/ui/list-picker'
import {
  type Code,
  type CodeListName,
  codeList,
  codeOf,
  isSelectable,
} from '@/lib/domain/contract/code-lists'
import { say } from '@/lib/domain/words'
import { pinyinInitials } from './pinyin'

export interface CodeChoice extends PickerItem {
  /** Everything it is found by: code, both languages, other names, pinyin initials. */
  keys: readonly string[]
}

const folded = (text: string) => text.normalize('NFKC').toLowerCase().replace(/\s+/g, '')

/** The selectable codes of a list under their parents' names, in the order of the list. */
export function codeGroups(
  list: CodeListName,
  locale: string,
  /** What the register has of an open list, in place of the list itself. */
  open?: readonly Code[],
): PickerGroup<CodeChoice>[] {
  if (open) return [{ heading: '', items: open.map((code) => choiceOf(code, locale)) }]
  const groups = new Map<string, { heading: string; items: CodeChoice[] }>()
  for (const code of codeList(list)) {
    if (!isSelectable(list, code.code)) continue
    const parent = code.parent ?? (code.whole ? code.code : undefined)
    const heading = parent ? pathLabel(list, parent, locale) : ''
    const group = groups.get(heading) ?? { heading, items: [] }
    group.items.push(choiceOf(code, locale))
    groups.set(heading, group)
  }
  return [...groups.values()]
}

const choiceOf = (code: Code, locale: string): CodeChoice => {
  const names = [code.words.zh, code.words.en, ...(code.names ?? [])]
  return {
    value: code.code,
    // What joined an open list is called by its name alone.
    ...(code.code !== code.words.zh && { mark: code.code }),
    label: say(code.words, locale),
    keys: [code.code, ...names, pinyinInitials(code.words.zh)].map(folded),
  }
}

const pathLabel = (list: CodeListName, code: string, locale: string): string => {
  const one = codeOf(list, code)
  if (!one) return ''
  const above = one.parent ? `${pathLabel(list, one.parent, locale)} › ` : ''
  return above + say(one.words, locale)
}

/** Codes and initials are found from their beginning, names anywhere. */
export function matches({ keys }: CodeChoice, typed: string): boolean {
  const wanted = folded(typed)
  if (wanted === '') return true
  return keys.some((key, at) =>
    at === 0 || at === keys.length - 1 ? key.startsWith(wanted) : key.includes(wanted),
  )
}
