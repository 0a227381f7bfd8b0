import { isOver } from '../statistics/statements/telling'
import { yearNumber } from './numbers'
import type { Source } from './source'
import { en, type Said, zh } from './spans'
import { words } from './words'

/** 2024 年; of a year that runs, up to which day. */
export function period({ telling, year }: Source): Said {
  const number = yearNumber(year)
  if (isOver(telling)) return { zh: zh`${number}年`, en: en`In ${number}` }
  const day = dateOf(telling.today)
  return { zh: zh`${number}年（截至${day}）`, en: en`In ${number} (up to ${day})` }
}

/** 2024 年 where a chapter begins; a running year, whose day the opening gives, is only 年内 there. */
export const thisYear = (source: Source): Said =>
  isOver(source.telling) ? period(source) : inTheYear(source)

/** What the whole of the year had: 全年, or 年内 while it runs. */
export const inTheYear = ({ telling }: Source): Said =>
  isOver(telling) ? { zh: zh`全年`, en: en`Over the year` } : { zh: zh`年内`, en: en`So far this year` }

/** At some time within it, over or not. */
export const withinYear: Said = words('年内', 'In the year')

/** 2024 年 12 月 31 日. */
export function dateOf(day: string): Said {
  const [year = '', month = '', date = ''] = day.split('-')
  const named = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', timeZone: 'UTC' })
  return {
    zh: [{ kind: 'date', text: `${year} 年 ${Number(month)} 月 ${Number(date)} 日`, day }],
    en: [{ kind: 'date', text: `${named.format(new Date(`${day}T00:00:00Z`))} ${year}`, day }],
  }
}
