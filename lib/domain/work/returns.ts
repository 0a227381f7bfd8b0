/** Returns of one unit that gave the same reasons. */
export interface ReturnGroup {
  unit: string
  reasons: readonly { code: string; path: string }[]
  returns: number
}

/** A field of the form, a part of one or a kind of attachment, whichever item of a list the reason stood at. */
export const fieldOfPath = (path: string): string => path.replace(/\.\d+(?=\.|$)/g, '')

export interface Counted {
  key: string
  returns: number
}

/** A field and how many returns named it; beneath it the reasons given there, each with its own number. */
export interface ReturnedField extends Counted {
  reasons: Counted[]
}

const sumOf = (groups: readonly ReturnGroup[]): number =>
  groups.reduce((sum, { returns }) => sum + returns, 0)

/** Counts returns under each key they name; a return that names one twice counts once. The most frequent first. */
function countBy(groups: readonly ReturnGroup[], keysOf: (group: ReturnGroup) => string[]): Counted[] {
  const counted = new Map<string, number>()
  for (const group of groups) {
    for (const key of new Set(keysOf(group))) counted.set(key, (counted.get(key) ?? 0) + group.returns)
  }
  return [...counted]
    .map(([key, returns]) => ({ key, returns }))
    .sort((a, b) => b.returns - a.returns || (a.key < b.key ? -1 : 1))
}

/** What is named most often; null where several are, or none. */
export const foremost = <T extends { returns: number }>(counted: readonly T[]): T | null => {
  const most = Math.max(0, ...counted.map(({ returns }) => returns))
  const first = counted.filter(({ returns }) => returns === most)
  return most > 0 && first.length === 1 ? (first[0] ?? null) : null
}

/** Returns by the field they pointed at. */
export function byField(groups: readonly ReturnGroup[]): { returns: number; fields: ReturnedField[] } {
  const fields = countBy(groups, ({ reasons }) => reasons.map(({ path }) => fieldOfPath(path)))
  return {
    returns: sumOf(groups),
    fields: fields.map((field) => ({
      ...field,
      reasons: countBy(groups, ({ reasons }) =>
        reasons.filter(({ path }) => fieldOfPath(path) === field.key).map(({ code }) => code),
      ),
    })),
  }
}

export interface UnitReturns {
  unit: string
  returns: number
  /** In the order of the columns: returns that gave the reason. */
  byReason: number[]
  /** Returns that gave a reason without a column of its own. */
  others: number
}

export interface ReturnsByUnit {
  /** The most frequent reasons of all units, each a column. */
  codes: string[]
  rows: UnitReturns[]
  total: UnitReturns
}

/** Units × the most frequent reasons. A return with several reasons stands in several columns. */
export function byUnit(
  groups: readonly ReturnGroup[],
  units: readonly string[],
  columns: number,
): ReturnsByUnit {
  const codes = countBy(groups, codesOf)
    .slice(0, columns)
    .map(({ key }) => key)
  const row = (unit: string, own: readonly ReturnGroup[]): UnitReturns => ({
    unit,
    returns: sumOf(own),
    byReason: codes.map((code) => sumOf(own.filter((group) => codesOf(group).includes(code)))),
    others: sumOf(own.filter((group) => codesOf(group).some((code) => !codes.includes(code)))),
  })
  return {
    codes,
    rows: units.map((unit) =>
      row(
        unit,
        groups.filter((group) => group.unit === unit),
      ),
    ),
    total: row('', groups),
  }
}

const codesOf = ({ reasons }: ReturnGroup): string[] => reasons.map(({ code }) => code)
