import { wan } from '../../statistics/statements/quantities'
import { folded, rowOf, sumOf } from '../../statistics/statements/rows'
import { placed } from '../comparing'
import { name, names } from '../names'
import { number, numbersOf } from '../numbers'
import { type ChapterEntry, type Teller, told } from '../outline-entry'
import { inSteps, STEP } from '../rounding'
import { en, type Said, zh } from '../spans'
import { apart } from '../words'

const enterprises: Teller = {
  id: 'sellers.enterprises',
  reads: ['sellers'],
  tell(source) {
    const table = source.table('sellers')
    const figure = source.reference('figure-sellers')
    if (sumOf(rowOf(table, 'enterprise'), 'contracts') === 0n) {
      return told(
        ['no enterprise'],
        zh`按登记主体类型分类，企业没有登记合同（${figure}）。`,
        en`By registering party, enterprises have no contract (${figure}).`,
      )
    }
    const all = numbersOf(source, 'sellers', rowOf(table, 'enterprise'))
    const [state, own] = ['1', '2'].map((member) => {
      const numbers = numbersOf(source, 'sellers', rowOf(table, member))
      return { items: numbers.items('contracts'), turnover: numbers.wan('turnover') }
    })
    if (!state || !own) return null
    return told(
      ['enterprises'],
      zh`按登记主体类型分类，企业共登记${all.items('contracts')}合同，成交额${all.wan('turnover')}，占比${all.share('turnoverShare')}，其中国企${state.items}、私企${own.items}；成交额分别为${state.turnover}、${own.turnover}（${figure}）。`,
      en`By registering party, enterprises have ${all.items('contracts')} with a turnover of ${all.wan('turnover')}, ${all.share('turnoverShare')}: state-owned ${state.items}, private ${own.items}; turnover ${state.turnover} and ${own.turnover} (${figure}).`,
    )
  },
}

/** Where the two kinds of enterprises, each rounded on its own, print otherwise than enterprises together. */
const rounding: Teller = {
  id: 'sellers.rounding',
  after: 'sellers.enterprises',
  reads: ['sellers'],
  tell(source) {
    const table = source.table('sellers')
    const [all, ...parts] = ['enterprise', '1', '2'].map((id) => inSteps(sumOf(rowOf(table, id), 'turnover')))
    const printed = parts.reduce((sum, part) => sum + part, 0n)
    if (printed === all) return null
    const fen = printed * STEP
    const sum = number(wan(fen), {
      value: { n: fen, d: 1n },
      measure: 'printedSum',
      of: { table: 'sellers', members: ['1', '2'] },
      year: source.year,
      door: null,
    })
    return told(
      ['parts rounded apart'],
      zh`因四舍五入，国企、私企成交额之和为${sum}。`,
      en`Through rounding, the turnover of state-owned and private enterprises adds up to ${sum}.`,
    )
  },
}

/** 企业 alone over half is called what the report calls it; else the group that leads. */
const role: Teller = {
  id: 'sellers.role',
  reads: ['sellers'],
  tell(source) {
    const table = source.table('sellers')
    const enterprise = rowOf(table, 'enterprise')
    if (2n * sumOf(enterprise, 'turnover') > source.whole.turnover) {
      return told(
        ['enterprises over half'],
        zh`企业成交额占比过半，技术创新和技术交易主体地位显著。`,
        en`Enterprises have more than half of the turnover and are the main party of technology trade.`,
      )
    }
    const [first = []] = placed(folded(table))
    const who = names('sellers', first)
    return first.length > 1
      ? told(['groups share first place'], zh`${who}成交额占比并列首位。`, en`${who} share the largest part.`)
      : told(['largest group'], zh`${who}成交额占比最高。`, en`${who} have the largest part.`)
  },
}

const institutions: Teller = {
  id: 'sellers.institutions',
  reads: ['sellers'],
  tell(source) {
    const table = source.table('sellers')
    const parts = ['3', '4', '5'].flatMap((member): Said[] => {
      const row = rowOf(table, member)
      if (sumOf(row, 'contracts') === 0n) return []
      const numbers = numbersOf(source, 'sellers', row)
      const [items, turnover] = [numbers.items('contracts'), numbers.wan('turnover')]
      const part = numbers.share('turnoverShare')
      const who = name('sellers', row)
      return [
        {
          zh: zh`${who}登记${items}，成交额${turnover}，占比${part}`,
          en: en`${who} ${items}, turnover ${turnover}, ${part}`,
        },
      ]
    })
    if (parts.length === 0) {
      return told(
        ['enterprises alone'],
        zh`没有企业以外的登记主体。`,
        en`No other party than enterprises registered.`,
      )
    }
    return told(
      ['institutions'],
      zh`企业以外，${apart(...parts)}。`,
      en`Beside enterprises: ${apart(...parts)}.`,
    )
  },
}

export const partiesChapter: ChapterEntry = {
  id: 'parties',
  heading: { zh: '不同交易主体成交情况', en: 'Parties' },
  blocks: [
    { kind: 'paragraph', tellers: [enterprises, rounding, role, institutions] },
    { kind: 'rounding', table: 'sellers', printedIn: 'sentences' },
    {
      kind: 'figure',
      id: 'figure-sellers',
      table: 'sellers',
      caption: { zh: '不同交易主体成交额占比', en: 'share of turnover by registering party' },
    },
  ],
}
