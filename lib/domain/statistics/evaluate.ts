import { addSums, type Sums } from './book'
import { type Cell, divide, subtract, whole } from './figure'
import { type MeasureName, measures, type Rule, type YearOfSum } from './measures'

/** The sums of a row or a cell. */
export type Line = Record<YearOfSum, Sums>

export const addLines = (a: Line, b: Line): Line => ({
  this: addSums(a.this, b.this),
  last: addSums(a.last, b.last),
  sameDay: addSums(a.sameDay, b.sameDay),
})

/** Measures that hang on the place of a line among the others. */
export type PlacedRule = Extract<Rule<MeasureName>, { kind: 'running' | 'rank' }>

/** A measure of a line; shares are of the total. `placed` answers what the line alone can't. Exact, rounded nowhere. */
export function evaluate<L extends Line>(
  name: MeasureName,
  line: L,
  total: L,
  placed: (rule: PlacedRule, line: L) => Cell,
): Cell {
  const { rule } = measures[name]
  const of = (one: L, other: MeasureName) => evaluate(other, one, total, placed)
  switch (rule.kind) {
    case 'sum':
      return whole(line[rule.year][rule.amount])
    case 'difference':
      return subtract(of(line, rule.of), of(line, rule.less))
    case 'ratio':
      return divide(of(line, rule.of), of(rule.whole ? total : line, rule.to))
    default:
      return placed(rule, line)
  }
}
