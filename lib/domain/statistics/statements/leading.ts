import type { Words } from '../../words'
import type { Row, Table } from '../compute'
import { type Noun, names, sentence } from './clauses'
import { before, share } from './quantities'
import { greatest, sumOf } from './rows'

/** What the parts of a table are parts by. */
type By = 'contracts' | 'turnover'

/** The rows that share the greatest sum, and what part of the whole each of them is. */
export interface Leaders {
  rows: readonly Row[]
  share: Words
}

/** Who leads among the rows; null where all of them are zero. */
export function leaders(rows: readonly Row[], whole: bigint, by: By = 'turnover'): Leaders | null {
  const found = greatest(rows, by)
  const most = found[0] ? sumOf(found[0], by) : 0n
  return most === 0n ? null : { rows: found, share: share(most, whole) }
}

/** 十二师居首，占 15.9%. */
export function inFirstPlace({ rows, share: part }: Leaders, noun: Noun): Words {
  const { zh, en } = names(rows, noun)
  return rows.length === 1
    ? { zh: `${zh}居首，${before('占', part.zh)}`, en: `${en} in first place with ${part.en}` }
    : { zh: `${zh}并列首位，${before('各占', part.zh)}`, en: `${en} share first place with ${part.en} each` }
}

/** 技术开发占比最高，为 50.0%. */
export function largestPart({ rows, share: part }: Leaders, noun: Noun): Words {
  const { zh, en } = names(rows, noun)
  return rows.length === 1
    ? { zh: `${zh}占比最高，${before('为', part.zh)}`, en: `largest share: ${en} with ${part.en}` }
    : { zh: `${zh}占比并列最高，${before('各为', part.zh)}`, en: `largest share: ${en} with ${part.en} each` }
}

/** 其次为技术服务，占 33.4%: who comes after one that leads alone; null where several lead or nobody follows. */
function runnersUp(rows: readonly Row[], first: Leaders, whole: bigint, noun: Noun): Words | null {
  if (first.rows.length > 1) return null
  const second = leaders(
    rows.filter((row) => !first.rows.includes(row)),
    whole,
  )
  if (!second) return null
  const { zh, en } = names(second.rows, noun)
  const each = second.rows.length > 1
  return {
    zh: `其次为${zh}，${before(each ? '各占' : '占', second.share.zh)}`,
    en: `then ${en} with ${second.share.en}${each ? ' each' : ''}`,
  }
}

/** Tables whose parts are simply compared: the largest, and the one after it. */
export const largestAndNext =
  (noun: Noun, say = largestPart, parts: (table: Table) => readonly Row[] = ({ rows }) => rows) =>
  (table: Table): Words => {
    const whole = sumOf(table.total, 'turnover')
    const first = leaders(parts(table), whole)
    return sentence(first && say(first, noun), first && runnersUp(parts(table), first, whole, noun))
  }
