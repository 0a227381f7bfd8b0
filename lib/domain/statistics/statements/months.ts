import type { Words } from '../../words'
import type { Row, Table } from '../compute'
import { type Noun, names, sentence } from './clauses'
import { leaders } from './leading'
import { before } from './quantities'
import { sumOf } from './rows'
import { isOver, type Telling, theYear } from './telling'

const noun: Noun = { zh: '个月', one: 'month', many: 'months' }

/** 12月成交额最高，占全年 25.8%; and which months passed without a registration. */
export const months = ({ rows, total }: Table, telling: Telling): Words =>
  sentence(highest(rows, sumOf(total, 'turnover'), telling), without(rows, telling))

function highest(rows: readonly Row[], whole: bigint, telling: Telling): Words | null {
  const first = leaders(rows, whole)
  if (!first) return null
  const { zh, en } = names(first.rows, noun)
  const year = theYear(telling)
  const part = before(`${year.zh}${isOver(telling) ? '' : '的'}`, first.share.zh)
  return first.rows.length === 1
    ? {
        zh: `${zh}成交额最高，占${part}`,
        en: `${en} has the highest turnover, ${first.share.en} of ${year.en}`,
      }
    : {
        zh: `${zh}成交额并列最高，各占${part}`,
        en: `${en} have the highest turnover, ${first.share.en} of ${year.en} each`,
      }
}

/** A month that still runs, or is yet to come, is not without registrations. */
function without(rows: readonly Row[], telling: Telling): Words | null {
  const month = telling.today.slice(5, 7)
  const past = isOver(telling) ? rows : rows.filter(({ member }) => member < month)
  const idle = past.filter((row) => sumOf(row, 'contracts') === 0n)
  if (idle.length === 0) return null
  const { zh, en } = names(idle, noun)
  return { zh: `${zh}没有登记`, en: `nothing registered in ${en}` }
}
