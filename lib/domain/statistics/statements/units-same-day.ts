import type { Words } from '../../words'
import type { Row, Table } from '../compute'
import { movements } from './changes'
import { apart, type Noun, names } from './clauses'
import { before, money } from './quantities'
import { greatest, sumOf } from './rows'
import { bySameTime, sameTime, type Telling } from './telling'

const noun: Noun = { zh: '个单位', one: 'unit', many: 'units' }

/** 较上年同期，12 个单位有增长，6 个单位有下降；十二师增量最大，为 1.08 亿元. */
export function unitsSameDay({ rows, total }: Table, telling: Telling): Words {
  const base = sameTime(telling)
  if (sumOf(total, 'turnoverSameDay') === 0n) {
    return { zh: `${base.zh}没有成交额`, en: `no turnover ${bySameTime(telling)}` }
  }
  const moved = movements(rows, 'turnoverSameDay', base, noun)
  return apart(
    moved && { zh: `较${base.zh}，${moved.zh}`, en: `against ${base.en}, ${moved.en}` },
    increase(greatest(rows, 'turnoverSameDayIncrease')),
  )
}

/** Who added most; null where nobody did. */
function increase(most: readonly Row[]): Words | null {
  const [one] = most
  const size = one ? sumOf(one, 'turnoverSameDayIncrease') : 0n
  if (size <= 0n) return null
  const { zh, en } = names(most, noun)
  const value = money(size)
  return most.length === 1
    ? { zh: `${zh}增量最大，${before('为', value.zh)}`, en: `greatest increase: ${en} with ${value.en}` }
    : {
        zh: `${zh}增量最大，${before('各为', value.zh)}`,
        en: `greatest increase: ${en} with ${value.en} each`,
      }
}
