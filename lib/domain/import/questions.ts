import type { ImportKind, Mapping } from './mapping'
import { targetOf } from './targets'
import type { SeenColumn } from './understand'

/** Something a person has to settle before rows can be judged. */
export type Question =
  /** No column is this, and a contract can't be known again without it. */
  | { ask: 'target'; target: string }
  /** A column of amounts, and nothing says what they are in. */
  | { ask: 'money'; column: number; heading: string }
  /** The unit of all rows, where no column says it. */
  | { ask: 'unit' }

/** What is still open of how a file is read; empty when it can be judged. */
export function openQuestions(
  kind: ImportKind,
  { columns, unit }: Pick<Mapping, 'unit'> & { columns: readonly ReadAs[] },
  seen: readonly SeenColumn[],
): Question[] {
  const mapped = new Set(columns.map(({ target }) => target))
  const must = [
    ...(kind === 'registered' ? ['record.number', 'record.registeredOn'] : []),
    ...['name', 'seller.name', 'buyer.name', 'signDate'],
  ]
  const headings = new Map(seen.map(({ column, heading }) => [column, heading]))
  return [
    ...must.filter((target) => !mapped.has(target)).map((target) => ({ ask: 'target', target }) as const),
    ...columns
      .filter(({ target, money }) => targetOf(target)?.spec.kind === 'money' && !money)
      .map(({ column }) => ({ ask: 'money', column, heading: headings.get(column) ?? '' }) as const),
    ...(kind === 'registered' && !mapped.has('record.unit') && unit === null
      ? [{ ask: 'unit' } as const]
      : []),
  ]
}

interface ReadAs {
  column: number
  target: string
  money?: 'yuan' | 'wan' | undefined
}
