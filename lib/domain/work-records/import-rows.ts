import { codeOf, findCode } from '../contract/code-lists'
import { type OpenLists, openCode } from '../contract/open-lists'
import type { Words } from '../words'
import { kindOf, type WorkKindName } from './kinds'
import { checkRecord, type RecordContent } from './record'
import { readCell } from './sheet'

/** The columns of a register's file beside its fields; they are written, and of the unit alone it is asked whether it fits. */
export const fileColumns = {
  unit: { zh: '单位', en: 'Unit' },
  status: { zh: '状态', en: 'Status' },
} as const satisfies Record<string, Words>

/** The centre's own records, in the column of units. */
export const CENTRE: Words = { zh: '兵团科技发展促进中心', en: 'The centre' }

/** What is wrong with a row of a file: where, and why. */
export interface RowIssue {
  row: number
  /** Null where it is about the row as a whole. */
  column: Words | null
  message: Words
}

export interface ReadRows {
  rows: { at: number; content: RecordContent }[]
  issues: RowIssue[]
  /** Headings that name no column of the register. */
  ignored: string[]
}

const key = (heading: string): string =>
  heading
    .normalize('NFKC')
    .replace(/[\s*＊]/g, '')
    .toLowerCase()

/**
 * The rows of a file as records of a register: each is in order and could be handed in, or it is told what is wrong.
 * Null where the first row names no field of the register.
 * @param unit whose rows may be taken in; null is the centre
 * @param lists what was added to open code lists
 */
export function readRows(
  kind: WorkKindName,
  [head, ...lines]: readonly { at: number; cells: readonly string[] }[],
  unit: string | null,
  today: string,
  lists: OpenLists = {},
): ReadRows | null {
  const { fields } = kindOf(kind)
  const byHeading = new Map(
    Object.entries(fields).flatMap(([name, { label, headings = [] }]) =>
      [label.zh, label.en, ...headings].map((heading) => [key(heading), name] as const),
    ),
  )
  const headings = head?.cells ?? []
  const named = headings.map((heading) => byHeading.get(key(heading)))
  if (named.every((name) => name === undefined)) return null
  const unitColumn = headings.findIndex((one) =>
    [fileColumns.unit.zh, fileColumns.unit.en].map(key).includes(key(one)),
  )
  const aside = new Set(Object.values(fileColumns).flatMap(({ zh, en }) => [key(zh), key(en)]))
  const read: ReadRows = {
    rows: [],
    issues: [],
    ignored: headings.filter((one, at) => one.trim() !== '' && !named[at] && !aside.has(key(one))),
  }
  for (const { at, cells } of lines) {
    const issues: RowIssue[] = []
    const content: Record<string, unknown> = {}
    const owner = cells[unitColumn]?.trim() ?? ''
    if (owner !== '' && !isOwn(owner, unit)) {
      issues.push({
        row: at,
        column: fileColumns.unit,
        message: { zh: `“${owner}”不是您的单位。`, en: `“${owner}” is not your unit.` },
      })
    }
    for (const [column, name] of named.entries()) {
      const spec = name === undefined ? undefined : fields[name]
      if (name === undefined || !spec) continue
      const given = cells[column] ?? ''
      const cell = readCell(spec, openCode(lists, spec, given) ?? given)
      if (!cell.ok) issues.push({ row: at, column: spec.label, message: cell.message })
      else if (cell.value !== undefined) content[name] = cell.value
    }
    if (issues.length === 0) {
      for (const { path, message } of checkRecord(kind, content as RecordContent, today))
        issues.push({ row: at, column: fields[path]?.label ?? null, message })
    }
    if (issues.length > 0) read.issues.push(...issues)
    else read.rows.push({ at, content: content as RecordContent })
  }
  return read
}

function isOwn(owner: string, unit: string | null): boolean {
  if (unit === null) return owner === CENTRE.zh || owner === CENTRE.en
  return findCode('unit', owner)?.code === unit && codeOf('unit', unit) !== undefined
}
