import type { Words } from '../../words'
import type { Table } from '../compute'
import { sentence } from './clauses'
import { against, contracts } from './quantities'
import { amount, nothingRegistered, rowOf, sumOf } from './rows'
import { bySameTime, isOver, sameTime, type Telling } from './telling'

const turnoverWords: Words = { zh: '成交额', en: 'turnover' }

/** 登记 777 项，成交额 8.14 亿元，比上年增长 32.5%. A running year stands against last year to the same day. */
export function headline(table: Table, telling: Telling): Words {
  const row = rowOf(table, '')
  const [registered, turnover] = [sumOf(row, 'contracts'), sumOf(row, 'turnover')]
  if (registered === 0n) return nothingRegistered(telling)
  const items = contracts(registered)
  return sentence(
    { zh: `${isOver(telling) ? '' : '已'}登记 ${items.zh}`, en: `${items.en} registered` },
    amount(turnoverWords, turnover),
    comparison(turnover, telling),
  )
}

function comparison(turnover: bigint, telling: Telling): Words {
  const base = sameTime(telling)
  const { lastToDay } = telling
  if (lastToDay.contracts === 0n)
    return { zh: `${base.zh}无登记`, en: `nothing registered ${bySameTime(telling)}` }
  if (lastToDay.turnover === 0n)
    return { zh: `${base.zh}成交额为零`, en: `no turnover ${bySameTime(telling)}` }
  return against(turnover, lastToDay.turnover, base)
}
