import { grouped } from '../money'
import { type Figure, whole } from '../statistics/figure'
import { share } from '../statistics/statements/quantities'
import { type Institution, institutionsOn } from '../work-records/institutions'
import { type RolledUp, rollUp, type Scope, type WorkMeasure } from '../work-records/roll-up'
import { number } from './numbers'
import type { Source } from './source'
import type { ReportMeasure, Said } from './spans'

/** Which records of work a report tells of: up to the year's last day, or to the day of reading while it runs. */
export function scopeOf({
  year,
  today,
  unit,
  institutions,
}: Pick<Source, 'year' | 'today' | 'unit' | 'institutions'>): Scope {
  const end = `${year}-12-31`
  return { year, day: today < end ? today : end, unit, institutions }
}

/** What a measure of the registers comes to in this report. */
export const rolled = (source: Source, measure: WorkMeasure, member: string | null = null): RolledUp =>
  rollUp(measure, source.work, scopeOf(source), member)

const printed = (
  { year }: Source,
  measure: ReportMeasure,
  value: Figure,
  text: string,
  records?: { measure: WorkMeasure; member: string | null },
): Said =>
  number({ zh: text, en: text }, { value, measure, of: null, year, door: null, ...(records && { records }) })

/** A measure as a bare number, bound to its records. */
export function workNumber(source: Source, measure: WorkMeasure, member: string | null = null): Said {
  const { n } = rolled(source, measure, member)
  const value = whole(BigInt(n))
  return printed(source, measure, value, grouped(String(n)), { measure, member })
}

/** 余, where some record says that its number is only a lower bound. */
export const over = (source: Source, measure: WorkMeasure, member: string | null = null): Said => {
  const { isFloor } = rolled(source, measure, member)
  return { zh: isFloor ? [{ kind: 'text', text: '余' }] : [], en: [] }
}

/** The same before a number in English. */
export const moreThan = (source: Source, measure: WorkMeasure, member: string | null = null): Said => {
  const { isFloor } = rolled(source, measure, member)
  return { zh: [], en: isFloor ? [{ kind: 'text', text: 'more than ' }] : [] }
}

/** Divisions of the year, by which the rate of policies is divided. */
export const divisionsOf = ({ units }: Source): number => units.filter(({ ranked }) => ranked).length

/** Institutions on the list on the day that is told of. */
export const listedInstitutions = (source: Source): Institution[] =>
  institutionsOn(source.institutions, scopeOf(source).day)

export const denominator = (source: Source, measure: 'divisions' | 'institutions'): Said => {
  const n = measure === 'divisions' ? divisionsOf(source) : listedInstitutions(source).length
  return printed(source, measure, whole(BigInt(n)), String(n))
}

/** 50%, 47.1%: whole per cents without a decimal. */
export function rate(source: Source, measure: 'policyRate' | 'institutionRate'): Said {
  const [of, all] =
    measure === 'policyRate'
      ? [rolled(source, 'policyUnits').n, divisionsOf(source)]
      : [rolled(source, 'institutionsWithMeasure').n, listedInstitutions(source).length]
  const value = { n: BigInt(of), d: BigInt(all) }
  const isWhole = (100n * value.n) % value.d === 0n
  const text = isWhole ? `${(100n * value.n) / value.d}%` : share(value.n, value.d).en
  return printed(source, measure, value, text)
}
