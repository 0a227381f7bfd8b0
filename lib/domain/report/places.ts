import type { Group, SplitTable } from '../statistics/catalogue'
import { type MeasureName, measures } from '../statistics/measures'
import type { ReportMeasure } from './spans'

/** Whether a number is a measure of the statistics. */
export const isMeasure = (name: ReportMeasure): name is MeasureName => Object.hasOwn(measures, name)

/** The group of a table that adds up exactly these members. */
export const groupOf = ({ groups }: SplitTable, members: readonly string[]): Group | undefined =>
  members.length < 2
    ? undefined
    : groups?.find(
        (group) =>
          group.members.length === members.length && group.members.every((one) => members.includes(one)),
      )

/** Where in a table a number stands: its total, a member or a group; null for members that no row adds up. */
export function placeOf(
  spec: SplitTable,
  members: readonly string[],
): { member: string; members: readonly string[] } | 'total' | null {
  const [first] = members
  if (first === undefined) return 'total'
  const member = members.length === 1 ? first : groupOf(spec, members)?.id
  return member === undefined ? null : { member, members }
}
