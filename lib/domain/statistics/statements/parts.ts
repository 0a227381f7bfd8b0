import type { Words } from '../../words'
import type { Table } from '../compute'
import { change } from './changes'
import { type Noun, names, sentence } from './clauses'
import { leaders } from './leading'
import { before, share } from './quantities'
import { amount, rowOf, sumOf } from './rows'
import type { Telling } from './telling'

/** 财政计划项目占 60.0%，比上年增长 49.2%. */
export function plans(table: Table, telling: Telling): Words {
  const row = rowOf(table, 'public')
  const turnover = sumOf(row, 'turnover')
  const part = share(turnover, sumOf(table.total, 'turnover'))
  return sentence(
    { zh: before(`${row.words.zh}占`, part.zh), en: `${row.words.en} have ${part.en}` },
    change(turnover, sumOf(row, 'turnoverLast'), telling),
  )
}

/** 涉及知识产权的占 63.8%，其中发明专利最多，占全部的 26.2%. */
export function property(table: Table): Words {
  const group = rowOf(table, 'involved')
  const whole = sumOf(table.total, 'turnover')
  const part = share(sumOf(group, 'turnover'), whole)
  const first = leaders(
    table.rows.filter(({ member }) => group.members?.includes(member)),
    whole,
  )
  const noun: Noun = { zh: '类', one: 'kind', many: 'kinds' }
  const which = first && names(first.rows, noun)
  const each = first && first.rows.length > 1
  return sentence(
    { zh: before(`${group.words.zh}的占`, part.zh), en: `${part.en} involves intellectual property` },
    first &&
      which && {
        zh: before(`其中${which.zh}最多，${each ? '各占' : '占'}全部的`, first.share.zh),
        en: `the largest part ${which.en} with ${first.share.en} of all${each ? ' each' : ''}`,
      },
  )
}

/** 技术交易额 7.32 亿元，占成交额 89.9%，比上年增长 30.1%. */
export function technology({ total }: Table, telling: Telling): Words {
  const [turnover, part] = [sumOf(total, 'turnover'), sumOf(total, 'technology')]
  const ratio = turnover > 0n && part > 0n ? share(part, turnover) : null
  return sentence(
    amount({ zh: '技术交易额', en: 'technology turnover' }, part),
    ratio && { zh: before('占成交额', ratio.zh), en: `${ratio.en} of turnover` },
    change(part, sumOf(total, 'technologyLast'), telling),
  )
}
