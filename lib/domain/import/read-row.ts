import type { Content, Party } from '../contract/content'
import { withoutHidden } from '../contract/hidden'
import type { Words } from '../words'
import { assumed } from './assumed'
import type { Cell } from './cell'
import type { Mapping } from './mapping'
import { type RecordKey, type Target, targetOf } from './targets'
import { readValue } from './values'

/** Something wrong with a row, at a column where it has one. */
export interface RowIssue {
  column: number | null
  /** Path in the contract, or of the record (`record.number`). */
  path: string
  message: Words
}

/** A row as it was read. */
export interface ReadRow {
  content: Content
  /** What the file said itself, without what was taken for granted; an update of a contract touches nothing else. */
  said: Content
  record: Partial<Record<RecordKey, string>>
  issues: RowIssue[]
}

/** Makes a reader of rows for a mapping; it is asked for every row of a file. */
export function rowReader(mapping: Mapping): (cells: readonly Cell[]) => ReadRow {
  const columns = mapping.columns.flatMap(({ column, target: key, money }) => {
    const target = targetOf(key)
    return target ? [{ column, target, money }] : []
  })
  const mapped = new Set(columns.map(({ target }) => target.key))
  const granted = mapping.assume ? assumed.filter(({ target }) => !mapped.has(target)) : []
  return (cells) => {
    const said: Content = {}
    const record: ReadRow['record'] = mapping.unit ? { unit: mapping.unit } : {}
    const issues: RowIssue[] = []
    for (const { column, target, money } of columns) {
      const read = readValue(target.spec, cells[column] ?? null, money)
      if (read === null) continue
      if ('issue' in read) issues.push({ column, path: target.key, message: labelled(target, read.issue) })
      else put(said, record, target, read.value)
    }
    const content = { ...said }
    for (const { target: key, of } of granted) {
      const target = targetOf(key)
      const value = target && of(content)
      if (target && value !== undefined && isAsked(content, target)) put(content, record, target, value)
    }
    return { content: withoutHidden(content), said, record, issues }
  }
}

const labelled = ({ label }: Target, { zh, en }: Words): Words => ({
  zh: `${label.zh}：${zh}`,
  en: `${label.en}: ${en.charAt(0).toLowerCase()}${en.slice(1)}`,
})

/** Of a party that the file doesn't name nothing is taken for granted. */
const isAsked = (content: Content, { field, part }: Target): boolean =>
  part === undefined || content[field as 'seller' | 'buyer'] !== undefined

function put(content: Content, record: ReadRow['record'], target: Target, value: unknown): void {
  const { field, part, key } = target
  if (field === undefined) record[key.slice('record.'.length) as RecordKey] = String(value)
  else if (part === undefined) Object.assign(content, { [field]: value })
  else {
    const party = content[field as 'seller' | 'buyer']
    Object.assign(content, { [field]: { ...party, [part]: value } satisfies Party })
  }
}
