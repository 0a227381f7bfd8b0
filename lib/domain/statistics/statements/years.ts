import type { Words } from '../../words'
import type { YearToDay } from '../glance'
import { isOver, type Telling } from './telling'

/**
 * A year among those before it, the earliest of them first: 成交额已为 2021 年以来最高. An unfinished year is compared with
 * what the others had reached by the same day, and with the whole of them only once it has passed each. A finished one
 * may have been passed since, so nothing is said of it beyond itself.
 */
export function statementOfYears(years: readonly YearToDay[], telling: Telling): Words {
  const own = years.find(({ year }) => year === telling.year)
  const others = years.filter(({ year }) => year < telling.year)
  const first = others[0]?.year
  if (!own || first === undefined) return { zh: '历年登记量', en: 'Year by year' }
  const among = (side: 'full' | 'toDay') =>
    standing(
      own.full.turnover,
      others.map((other) => other[side].turnover),
    )
  const whole = among('full')
  if (isOver(telling)) {
    const span = { zh: `${first}—${telling.year} 年`, en: `${first} to ${telling.year}` }
    return whole.highest
      ? { zh: `成交额为 ${span.zh}最高`, en: `Turnover is the highest of ${span.en}` }
      : { zh: `成交额在 ${span.zh}中${whole.place.zh}`, en: `Turnover ${whole.place.en} in ${span.en}` }
  }
  const since = { zh: `${first} 年以来`, en: `since ${first}` }
  if (whole.highest) {
    return { zh: `成交额已为 ${since.zh}最高`, en: `Turnover is already the highest ${since.en}` }
  }
  const byNow = among('toDay')
  return byNow.highest
    ? { zh: `成交额为 ${since.zh}同期最高`, en: `Turnover by this day is the highest ${since.en}` }
    : {
        zh: `成交额在 ${since.zh}同期中${byNow.place.zh}`,
        en: `Turnover by this day ${byNow.place.en} ${since.en}`,
      }
}

/** Whether it is more than each of the others; and its place among them, which equal ones share. */
function standing(own: bigint, others: readonly bigint[]): { highest: boolean; place: Words } {
  const rank = others.filter((other) => other > own).length + 1
  const shared = others.includes(own)
  return {
    highest: rank === 1 && !shared,
    place: {
      zh: `${shared ? '并列' : '列'}第 ${rank}`,
      en: `${shared ? 'shares rank' : 'ranks'} ${rank}`,
    },
  }
}
