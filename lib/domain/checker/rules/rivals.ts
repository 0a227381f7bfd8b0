import type { ReadTable } from '../reading/table'
import { type Of, ofKey, rivalsOf, type Subject } from '../subject'

/** Those that a member is ranked among: of the field's lists, or the other rows of the first table that has it. */
export function rivals(tables: readonly ReadTable[], of: Of, subject: Subject): readonly Of[] {
  if (subject.split !== 'named') return rivalsOf(subject)
  const key = ofKey(of)
  const table = tables.find(({ rows }) => rows.some((row) => row.of && ofKey(row.of) === key))
  return (table?.rows ?? []).flatMap((row) =>
    row.of && (row.role === 'member' || row.role === 'child') ? [row.of] : [],
  )
}
