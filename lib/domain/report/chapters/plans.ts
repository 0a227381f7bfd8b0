import { rowOf, sumOf } from '../../statistics/statements/rows'
import { isOver } from '../../statistics/statements/telling'
import { changed } from '../comparing'
import { numbersOf } from '../numbers'
import { type ChapterEntry, type Teller, told } from '../outline-entry'
import { en, zh } from '../spans'
import { clauses, words } from '../words'

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
    const table = source.table('plans')
    const inside = numbersOf(source, 'plans', rowOf(table, 'public'))
    const rest = numbersOf(source, 'plans', rowOf(table, 'outside'))
    const figure = source.reference('figure-plans')
    return told(
      ['shares of both'],
      zh`各级财政计划项目共认定登记技术合同 ${inside.items('contracts')}，成交额 ${inside.wan('turnover')}，占合同成交总额的 ${inside.share('turnoverShare')}；计划外项目技术合同 ${rest.items('contracts')}，成交额 ${rest.wan('turnover')}，占合同成交总额的 ${rest.share('turnoverShare')}（${figure}）。`,
      en`Publicly funded plans of all levels: ${inside.items('contracts')}, turnover ${inside.wan('turnover')}, ${inside.share('turnoverShare')} of the whole; outside any plan: ${rest.items('contracts')}, turnover ${rest.wan('turnover')}, ${rest.share('turnoverShare')} (${figure}).`,
    )
  },
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
    const [what, claim] = now > rest ? [publicPlans, 'public over half'] : [outside, 'outside over half']
    const order = now * wholeLast.turnover - then * whole.turnover
    const rose = (now > rest ? order : -order) > 0n
    if (!isOver(telling) || wholeLast.turnover === 0n) {
      return told([claim], zh`${what}占比过半。`, en`The share of ${what} is more than half.`)
    }
    const [moved, englishMoved, name] =
      order === 0n
        ? ['与上年持平', 'as last year', 'share level']
        : rose
          ? ['较上年上升', 'more than last year', 'share rose']
          : ['较上年下降', 'less than last year', 'share fell']
    return told(
      [claim, name],
      zh`${what}占比过半，${words(moved, '')}。`,
      en`The share of ${what} is more than half, ${words('', englishMoved)}.`,
    )
  },
}

export const plansChapter: ChapterEntry = {
  id: 'plans',
  heading: { zh: '合同任务来源', en: 'Plan sources' },
  blocks: [
    { kind: 'paragraph', tellers: [change, shares, trend] },
    {
      kind: 'figure',
      id: 'figure-plans',
      table: 'plans',
      caption: { zh: '技术交易计划来源构成成交额及占比', en: 'turnover by plan source and its share' },
    },
  ],
}
