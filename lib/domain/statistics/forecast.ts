import { FEN_PER_WAN } from '../money'
import type { Words } from '../words'
import { yearIsOver } from './same-day'
import { before, share } from './statements/quantities'
import { centralEighty, MOST_DEGREES } from './student-t'

/** One sum of a complete earlier year: contracts, or turnover in fen. */
export interface Course {
  year: number
  /** Registered up to the same day of that year, at most `whole`. */
  toDay: bigint
  whole: bigint
}

export type NoForecast = 'nothing-registered' | 'few-years' | 'too-early'

export type Forecast =
  /** The year is over: what it came to. */
  | { kind: 'actual'; value: bigint }
  /** Where the year will probably end: with 80 % probability from low to high. Money in fen, rounded to 万元. */
  | { kind: 'estimate'; central: bigint; low: bigint; high: bigint; years: readonly number[]; method: Words }
  | { kind: 'none'; reason: NoForecast }

/** Why nothing is said of the year's end. */
export const noForecastWords: Readonly<Record<NoForecast, Words>> = {
  'nothing-registered': { zh: '本年尚无登记，不作预测。', en: 'Nothing is registered yet, so no estimate.' },
  'few-years': {
    zh: '有登记的往年不足两年，不作预测。',
    en: 'Fewer than two earlier years to learn from, so no estimate.',
  },
  'too-early': {
    zh: '往年到同日平均不足全年的 5%，为时尚早，不作预测。',
    en: 'By this day earlier years had reached less than 5% of their total: too early for an estimate.',
  },
}

/** So many earlier years at most: what was usual long ago says little, and {@link centralEighty} knows no more. */
const MOST_YEARS = MOST_DEGREES + 1
const FEWEST_YEARS = 2
/** Below this an estimate would multiply what is registered more than twentyfold. */
const EARLIEST = 0.05

/**
 * Where the year will probably end. What earlier years had reached by the same day, as a part of their whole, is taken
 * as log-normal: the geometric mean of these parts gives the estimate, Student's t with n − 1 degrees of freedom and the
 * factor √(1 + 1/n) the 80 % prediction interval for one further year (Hahn and Meeker, Statistical Intervals: a future
 * observation from a normal distribution; here of the logarithms). Nothing lies below what is registered already.
 */
export function forecast({
  year,
  today,
  toDate,
  earlier,
  unit,
}: {
  year: number
  /** Asia/Shanghai. */
  today: string
  /** Registered in the running year. */
  toDate: bigint
  /** Complete earlier years; the last five with a sum above zero are used. */
  earlier: readonly Course[]
  unit: 'count' | 'money'
}): Forecast {
  if (yearIsOver(year, today)) return { kind: 'actual', value: toDate }
  if (toDate === 0n) return { kind: 'none', reason: 'nothing-registered' }
  const used = usable(earlier)
  if (used.length < FEWEST_YEARS) return { kind: 'none', reason: 'few-years' }
  const logs = used.map(({ toDay, whole }) => Math.log(Number(toDay) / Number(whole)))
  const mean = average(logs)
  // A year that had nothing by this day makes the geometric mean zero.
  if (Math.exp(mean) < EARLIEST) return { kind: 'none', reason: 'too-early' }
  const reach = centralEighty(used.length - 1) * deviation(logs, mean) * Math.sqrt(1 + 1 / used.length)
  const end = (log: number) => ended(toDate, log, unit === 'money' ? FEN_PER_WAN : 1n)
  const years = used.map((one) => one.year)
  return {
    kind: 'estimate',
    central: end(mean),
    low: end(mean + reach),
    high: end(mean - reach),
    years,
    method: methodWords(years, Math.exp(mean)),
  }
}

/** The latest years that came to anything, the earliest of them first. */
const usable = (earlier: readonly Course[]): Course[] =>
  earlier
    .filter(({ whole }) => whole > 0n)
    .toSorted((a, b) => a.year - b.year)
    .slice(-MOST_YEARS)

const average = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length

const deviation = (values: readonly number[], mean: number): number =>
  Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1))

/** The whole of which `toDate` is the part with this logarithm, rounded to steps, and never less than the part. */
function ended(toDate: bigint, log: number, step: bigint): bigint {
  const whole = BigInt(Math.round(Number(toDate) / Math.exp(log) / Number(step))) * step
  return whole > toDate ? whole : toDate
}

/** Far finer than the one decimal that is written. */
const PRECISION = 1_000_000_000

function methodWords(years: readonly number[], reached: number): Words {
  const part = share(BigInt(Math.round(reached * PRECISION)), BigInt(PRECISION))
  const last = years.length - 1
  return {
    zh: `按 ${years.join('、')} 年到同日完成全年的比例（${before('几何平均', part.zh)}）推算；区间为 80% 预测区间，由各年比例的对数按 t 分布（自由度 ${last}）得出，不低于已登记数。`,
    en: `From the part of the year reached by the same day in ${years.slice(0, last).join(', ')} and ${years[last]} (geometric mean ${part.en}); the range is an 80% prediction interval from Student’s t on the logarithms of these parts (degrees of freedom: ${last}), never below what is registered.`,
  }
}
