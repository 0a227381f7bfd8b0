import type { Words } from '../../words'
import type { Row, Table } from '../compute'
import { type Noun, names, sentence } from './clauses'
import { type Leaders, leaders } from './leading'
import { barelyMore, before, share, times } from './quantities'
import { amount, rowOf, sumOf } from './rows'

const noun: Noun = { zh: '个去向', one: 'destination', many: 'destinations' }

/** Buyers inside Xinjiang: of the Corps, and of the rest of it. */
const INSIDE = ['1', '2']

/** 流向兵团的最多，占 51.7%，疆内合计占 88.8%. */
export function flows({ rows, total }: Table): Words {
  const whole = sumOf(total, 'turnover')
  const first = leaders(rows, whole)
  const inside = rows
    .filter(({ member }) => INSIDE.includes(member))
    .reduce((sum, row) => sum + sumOf(row, 'turnover'), 0n)
  const part = share(inside, whole)
  return sentence(first && destination(first), {
    zh: before('疆内合计占', part.zh),
    en: `${part.en} within Xinjiang together`,
  })
}

function destination({ rows, share: part }: Leaders): Words {
  const { zh, en } = names(rows.map(midSentence), noun)
  return rows.length === 1
    ? { zh: `${zh}的最多，${before('占', part.zh)}`, en: `the largest part goes ${en}, ${part.en}` }
    : { zh: `${zh}的并列最多，${before('各占', part.zh)}`, en: `the largest parts go ${en}, ${part.en} each` }
}

/** The English label begins with 'To' or 'Beyond'; inside a sentence it does so small. */
const midSentence = ({ words: { zh, en } }: Row): Pick<Row, 'words'> => ({
  words: { zh, en: en.charAt(0).toLowerCase() + en.slice(1) },
})

/**
 * 流入 67.04 亿元，为流出的 8.2 倍. Where nothing registered elsewhere is known of the year nothing is claimed of what
 * flows in: the data may only not have come yet.
 */
export function inflow(table: Table): Words {
  if (sumOf(rowOf(table, 'elsewhere'), 'contracts') === 0n) {
    return { zh: '尚无各地登记的流入数据', en: 'no data yet on inflow registered elsewhere' }
  }
  const [into, out] = [sumOf(rowOf(table, 'in'), 'turnover'), sumOf(rowOf(table, 'out'), 'turnover')]
  return sentence(amount({ zh: '流入', en: 'inflow' }, into), againstOut(into, out))
}

function againstOut(into: bigint, out: bigint): Words {
  if (into === out) return { zh: '与流出相等', en: 'equal to outflow' }
  if (out === 0n) return { zh: '流出为零', en: 'no outflow' }
  if (barelyMore(into, out)) return { zh: '略多于流出', en: 'slightly above outflow' }
  if (barelyMore(out, into)) return { zh: '略少于流出', en: 'slightly below outflow' }
  if (into > out) {
    return { zh: `为流出的 ${times(into, out)} 倍`, en: `${times(into, out)} times outflow` }
  }
  if (into === 0n) return amount({ zh: '流出', en: 'outflow' }, out)
  return { zh: `流出为流入的 ${times(out, into)} 倍`, en: `outflow is ${times(out, into)} times inflow` }
}
