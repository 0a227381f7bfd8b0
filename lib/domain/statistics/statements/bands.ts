import type { Words } from '../../words'
import type { Table } from '../compute'
import { apart, type Noun, names } from './clauses'
import { type Leaders, leaders } from './leading'
import { before } from './quantities'
import { sumOf } from './rows'

const noun: Noun = { zh: '个金额档', one: 'band', many: 'bands' }

/** 500-1000万元的成交额最高，占 19.7%；20-50万元的项数最多，占 30.2%. */
export function bands({ rows, total }: Table): Words {
  const byTurnover = leaders(rows, sumOf(total, 'turnover'))
  const byNumber = leaders(rows, sumOf(total, 'contracts'), 'contracts')
  return apart(
    byTurnover && best(byTurnover, { zh: '成交额最高', en: 'the highest turnover' }),
    byNumber && best(byNumber, { zh: '项数最多', en: 'the most contracts' }),
  )
}

function best({ rows, share: part }: Leaders, what: Words): Words {
  const { zh, en } = names(rows, noun)
  return rows.length === 1
    ? { zh: `${zh}的${what.zh}，${before('占', part.zh)}`, en: `${en} has ${what.en}, ${part.en}` }
    : { zh: `${zh}的${what.zh}，${before('各占', part.zh)}`, en: `${en} have ${what.en}, ${part.en} each` }
}
