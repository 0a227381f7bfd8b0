import { sumsOf } from '../../statistics/book'
import type { Row } from '../../statistics/compute'
import { rowOf, sumOf } from '../../statistics/statements/rows'
import { numbersOf, ratioNumber } from '../numbers'
import { type ChapterEntry, type Teller, told } from '../outline-entry'
import { inTheYear, thisYear } from '../period'
import { membersIn, type Source } from '../source'
import { en, type Said, zh } from '../spans'
import { apart, words } from '../words'

/** Where each flow goes, in the words of the report. */
const GOES: Readonly<Record<string, Said>> = {
  '1': words('流向兵团', 'to the Corps'),
  '2': words('流向地方', 'to Xinjiang outside the Corps'),
  '3': words('流向疆外', 'beyond Xinjiang'),
}

const shares: Teller = {
  id: 'flows.shares',
  reads: ['flows'],
  tell(source) {
    if (source.whole.turnover === 0n) return null
    const parts = source.table('flows').rows.flatMap((row): Said[] => {
      const goes = GOES[row.member]
      if (!goes) return []
      const numbers = numbersOf(source, 'flows', row)
      if (sumOf(row, 'contracts') === 0n) return [{ zh: zh`没有${goes}的`, en: en`none ${goes}` }]
      const [items, turnover] = [numbers.items('contracts'), numbers.wan('turnover')]
      const part = numbers.share('turnoverShare')
      return [
        {
          zh: zh`${goes}的${items}，成交额${turnover}，占总成交额的${part}`,
          en: en`${goes}: ${items}, turnover ${turnover}, ${part}`,
        },
      ]
    })
    const figure = source.reference('figure-flows')
    return told(
      ['shares of the flows'],
      zh`从技术交易流向看，${thisYear(source)}${source.who}登记的技术合同${apart(...parts)}（${figure}）。`,
      en`${thisYear(source)} contracts of ${source.who} went ${apart(...parts)} of the whole (${figure}).`,
    )
  },
}

const inside: Teller = {
  id: 'flows.inside',
  reads: ['flows'],
  tell(source) {
    const { whole } = source
    if (whole.turnover === 0n) return null
    const rows = source.table('flows').rows.filter(({ member }) => member === '1' || member === '2')
    const part = numbersOf(source, 'flows', ...rows).share('turnoverShare')
    const within = rows.reduce((sum, row) => sum + sumOf(row, 'turnover'), 0n)
    const rest = whole.turnover - within
    const { claim, said } = balanceOf(within, rest)
    return told([claim], zh`疆内合计占${part}，${said}。`, en`Within Xinjiang together ${part}: ${said}.`)
  },
}

function balanceOf(within: bigint, beyond: bigint): { claim: string; said: Said } {
  if (beyond === 0n) {
    return { claim: 'all inside', said: words('科技成果全部在疆内转化', 'all technology stays there') }
  }
  if (within === 0n) {
    return { claim: 'all beyond', said: words('科技成果全部向疆外辐射', 'all technology goes beyond it') }
  }
  if (within === beyond) {
    return { claim: 'alike', said: words('疆内转化与向外辐射各半', 'as much as goes beyond it') }
  }
  return within > beyond
    ? {
        claim: 'mostly inside',
        said: words('科技成果转化以疆内转化为主，向外部转化辐射为辅', 'most technology stays there'),
      }
    : {
        claim: 'mostly beyond',
        said: words('科技成果转化以向外部转化辐射为主', 'most technology goes beyond it'),
      }
}

/** Nothing is claimed of a year of which nothing registered elsewhere is known: the data may only not have come yet. */
const known = ({ book }: Source): boolean => sumsOf(book.this, 'direction', 'elsewhere').contracts > 0n

const inflow: Teller = {
  id: 'inflow.total',
  reads: ['inflow'],
  tell(source) {
    if (!known(source)) return null
    const into = numbersOf(source, 'inflow', rowOf(source.table('inflow'), 'in'))
    return told(
      ['inflow'],
      zh`${inTheYear(source)}流入兵团的技术合同${into.items('contracts')}，合同成交额${into.money('turnover')}，技术交易额${into.money('technology')}。`,
      en`${inTheYear(source)} ${into.items('contracts')} flowed into the Corps, turnover ${into.money('turnover')}, technology turnover ${into.money('technology')}.`,
    )
  },
}

const balance: Teller = {
  id: 'inflow.balance',
  reads: ['inflow'],
  tell(source) {
    if (!known(source)) return null
    const table = source.table('inflow')
    const [into, out] = [rowOf(table, 'in'), rowOf(table, 'out')]
    const [bought, sold] = [sumOf(into, 'turnover'), sumOf(out, 'turnover')]
    if (bought === 0n || sold === 0n) return null
    if (bought === sold) {
      return told(['inflow equals outflow'], zh`流入与流出的成交额相等。`, en`Inflow and outflow are equal.`)
    }
    return bought > sold ? more(source, into, out) : less(source, out, into)
  },
}

const pair = (source: Source, a: Row, b: Row): Said =>
  ratioNumber(source, 'inflow', [membersIn(a), membersIn(b)], 'turnover')

const more = (source: Source, into: Row, out: Row) =>
  told(
    ['more inflow'],
    zh`以合同成交额计算的流入流出比为${pair(source, into, out)}，兵团技术交易呈现输入特性，技术需求大于内部供给。`,
    en`By turnover, inflow stands to outflow as ${pair(source, into, out)}: the Corps takes in more technology than it gives out.`,
  )

const less = (source: Source, out: Row, into: Row) =>
  told(
    ['more outflow'],
    zh`以合同成交额计算的流出流入比为${pair(source, out, into)}，兵团技术交易呈现输出特性。`,
    en`By turnover, outflow stands to inflow as ${pair(source, out, into)}: the Corps gives out more technology than it takes in.`,
  )

export const flowsChapter: ChapterEntry = {
  id: 'flows',
  heading: { zh: '技术交易流向', en: 'Flow of technology' },
  blocks: [
    { kind: 'paragraph', tellers: [shares, inside] },
    { kind: 'rounding', table: 'flows', printedIn: 'sentences' },
    {
      kind: 'figure',
      id: 'figure-flows',
      table: 'flows',
      caption: { zh: '技术交易流向成交额及占比', en: 'turnover by flow of technology and its share' },
    },
    { kind: 'paragraph', tellers: [inflow, balance] },
  ],
}
