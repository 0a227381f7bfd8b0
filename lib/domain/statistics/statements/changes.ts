import type { Words } from '../../words'
import type { Row } from '../compute'
import { counted, type Noun, names, sentence } from './clauses'
import { against, before, share } from './quantities'
import { sumOf } from './rows'
import { isOver, lastYear, type Telling } from './telling'

/**
 * A sum in fen against the column of last year, which is a whole year: while this one runs, how much of it is reached.
 * Null where there is nothing to say: both are zero, or the running year has nothing yet.
 */
export function change(now: bigint, earlier: bigint, telling: Telling): Words | null {
  const base = lastYear(telling)
  if (earlier === 0n) return now === 0n ? null : { zh: `${base.zh}为零`, en: `none ${base.en}` }
  if (isOver(telling) || now >= earlier) return against(now, earlier, base)
  if (now === 0n) return null
  const part = share(now, earlier)
  return { zh: before(`已达${base.zh}的`, part.zh), en: `${part.en} of ${base.en}` }
}

/** How many rows are told by name before they are only counted. */
const MOST_NAMES = 2

/** Which rows grew and which fell; while the year runs, which have already passed the whole of last year. */
export function changes(rows: readonly Row[], telling: Telling, noun: Noun): Words | null {
  if (isOver(telling)) return movements(rows, 'turnoverLast', lastYear(telling), noun)
  if (rows.every((row) => sumOf(row, 'turnoverLast') === 0n)) return null
  const passed = { zh: '已超过上年全年', en: 'passed last year as a whole' }
  const past = rows.filter((row) => sumOf(row, 'turnover') > sumOf(row, 'turnoverLast'))
  return nearlyAll(rows, past, passed, noun) ?? few(past, passed, noun)
}

/** Which rows grew and which fell against sums of another time; null where all of those are zero. */
export function movements(
  rows: readonly Row[],
  earlier: 'turnoverLast' | 'turnoverSameDay',
  base: Words,
  noun: Noun,
): Words | null {
  const difference = (row: Row) => sumOf(row, 'turnover') - sumOf(row, earlier)
  const up = rows.filter((row) => difference(row) > 0n)
  const down = rows.filter((row) => difference(row) < 0n)
  if (rows.every((row) => sumOf(row, earlier) === 0n)) return null
  const level = { zh: `均与${base.zh}持平`, en: `equal to ${base.en}` }
  if (up.length + down.length === 0) return several(rows, level, noun)
  const grew = { zh: '有增长', en: 'grew' }
  const fell = { zh: '有下降', en: 'fell' }
  return (
    nearlyAll(rows, up, grew, noun) ??
    nearlyAll(rows, down, fell, noun) ??
    sentence(few(up, grew, noun), few(down, fell, noun))
  )
}

const several = (rows: readonly Row[], what: Words, noun: Noun): Words | null => {
  if (rows.length === 0) return null
  const { zh, en } = counted(rows.length, noun)
  return { zh: `${zh}${what.zh}`, en: `${en} ${what.en}` }
}

const few = (rows: readonly Row[], what: Words, noun: Noun): Words | null => {
  if (rows.length === 0 || rows.length > MOST_NAMES) return several(rows, what, noun)
  const { zh, en } = names(rows, noun)
  return { zh: `${zh}${what.zh}`, en: `${en} ${what.en}` }
}

/** All of the rows, or all but one or two that are named; null where that can't be said of more than the exceptions. */
function nearlyAll(rows: readonly Row[], these: readonly Row[], what: Words, noun: Noun): Words | null {
  const others = rows.filter((row) => !these.includes(row))
  if (others.length > MOST_NAMES || these.length <= others.length) return null
  const { zh, en } = counted(these.length, noun)
  if (others.length === 0) return { zh: `${zh}均${what.zh}`, en: `all ${en} ${what.en}` }
  const left = names(others, noun)
  return { zh: `除${left.zh}外，其余 ${zh}均${what.zh}`, en: `all but ${left.en} ${what.en} (${en})` }
}
