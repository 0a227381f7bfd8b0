import { rowOf, sumOf } from '../../statistics/statements/rows'
import { isOver } from '../../statistics/statements/telling'
import { changed } from '../comparing'
import { numbersOf } from '../numbers'
import { type ChapterEntry, type Teller, told } from '../outline-entry'
import type { Source } from '../source'
import { en, type Said, zh } from '../spans'
import { apart, clauses, words } from '../words'

const publicPlans = words('财政计划项目', 'publicly funded plans')
const outside = words('计划外项目', 'work outside any plan')

const change: Teller = {
  id: 'plans.change',
  reads: ['plans'],
  tell(source) {
    if (source.wholeLast.turnover === 0n) return null
    const table = source.table('plans')
    const parts = (
      [
        ['public', publicPlans],
        ['outside', outside],
      ] as const
    ).map(([id, what]) => {
      const size = changed(source, 'plans', [rowOf(table, id)])
      return size && { zh: zh`${what}成交额${size}`, en: en`${what} ${size}` }
    })
    const said = clauses(...parts)
    if (said.zh.length === 0) return null
    return told(['change of both'], zh`${said}。`, en`Turnover of the plans: ${said}.`)
  },
}

const shares: Teller = {
  id: 'plans.shares',
  reads: ['plans'],
  tell(source) {
    const said = apart(
      part(source, 'public', words('各级财政计划项目', 'publicly funded plans of all levels')),
      part(source, 'outside', outside),
    )
    const figure = source.reference('figure-plans')
    return told(['shares of both'], zh`${said}（${figure}）。`, en`By plan source, ${said} (${figure}).`)
  },
}

function part(source: Source, id: 'public' | 'outside', what: Said): Said {
  const row = rowOf(source.table('plans'), id)
  if (sumOf(row, 'contracts') === 0n) {
    return { zh: zh`${what}没有登记技术合同`, en: en`${what}: none` }
  }
  const numbers = numbersOf(source, 'plans', row)
  const [items, turnover] = [numbers.items('contracts'), numbers.wan('turnover')]
  const share = numbers.share('turnoverShare')
  return {
    zh: zh`${what}共认定登记技术合同${items}，成交额${turnover}，占合同成交总额的${share}`,
    en: en`${what}: ${items}, turnover ${turnover}, ${share} of the whole`,
  }
}

/** Which of the two is more than half, and how its share moved, compared exactly. */
const trend: Teller = {
  id: 'plans.trend',
  reads: ['plans'],
  tell(source) {
    const { whole, wholeLast, telling } = source
    const row = rowOf(source.table('plans'), 'public')
    const [now, then] = [sumOf(row, 'turnover'), sumOf(row, 'turnoverLast')]
    const rest = whole.turnover - now
    if (now === rest) return told(['halves'], zh`两者各占一半。`, en`Each of the two is half of the whole.`)
    const [what, other, claim] =
      now > rest
        ? ([publicPlans, outside, 'public over half'] as const)
        : ([outside, publicPlans, 'outside over half'] as const)
    const order = now * wholeLast.turnover - then * whole.turnover
    const rose = (now > rest ? order : -order) > 0n
    if (!isOver(telling) || wholeLast.turnover === 0n) {
      return told([claim], zh`${what}占比过半。`, en`The share of ${what} is more than half.`)
    }
    if (order === 0n) {
      return told(
        [claim, 'share level'],
        zh`${what}占比过半，与上年持平。`,
        en`The share of ${what} is more than half, as last year.`,
      )
    }
    const [up, down, name] = rose ? ['上升', '下降', 'share rose'] : ['下降', '上升', 'share fell']
    return told(
      [claim, name],
      zh`${what}占比过半，较上年有所${words(up, '')}，${other}占比有所${words(down, '')}。`,
      en`The share of ${what} is more than half and has ${words('', rose ? 'risen' : 'fallen')}, that of ${other} has ${words('', rose ? 'fallen' : 'risen')}.`,
    )
  },
}

export const plansChapter: ChapterEntry = {
  id: 'plans',
  heading: { zh: '合同任务来源', en: 'Plan sources' },
  blocks: [
    { kind: 'paragraph', tellers: [change, shares, trend] },
    { kind: 'rounding', table: 'plans', printedIn: 'sentences' },
    {
      kind: 'figure',
      id: 'figure-plans',
      table: 'plans',
      caption: { zh: '技术交易计划来源构成成交额及占比', en: 'turnover by plan source and its share' },
    },
  ],
}
