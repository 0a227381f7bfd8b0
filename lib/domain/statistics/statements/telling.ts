import type { Words } from '../../words'
import type { Sums } from '../book'
import { yearIsOver } from '../same-day'

/** What a statement has to know beside its table. */
export interface Telling {
  year: number
  /** The day the figures stand for (Asia/Shanghai): today, or the day of the past moment shown. */
  today: string
  /** Last year up to the same day, in fen; all of last year once the year is over. */
  lastToDay: Sums
}

export const isOver = ({ year, today }: Telling): boolean => yearIsOver(year, today)

/** What a table's column of last year holds: the whole of it, which has to be said while this one runs. */
export const lastYear = (telling: Telling): Words =>
  isOver(telling) ? { zh: '上年', en: 'last year' } : { zh: '上年全年', en: 'last year as a whole' }

/** What a headline compares with. */
export const sameTime = (telling: Telling): Words =>
  isOver(telling) ? { zh: '上年', en: 'last year' } : { zh: '上年同期', en: 'the same time last year' }

/** When the other sum of a comparison was reached, in English. */
export const bySameTime = (telling: Telling): string =>
  isOver(telling) ? 'last year' : 'by the same time last year'

/** What the parts of a year are parts of. */
export const theYear = (telling: Telling): Words =>
  isOver(telling) ? { zh: '全年', en: 'the year' } : { zh: '本年累计', en: 'the year so far' }

/** Nothing of a kind: for a year that runs, nothing yet. */
export const none = (telling: Telling): Words =>
  isOver(telling) ? { zh: '没有', en: 'no' } : { zh: '尚无', en: 'so far no' }
