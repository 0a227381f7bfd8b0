import { greatest } from '../../statistics/statements/rows'
import { isOver } from '../../statistics/statements/telling'
import { changed, movement, placed, rising } from '../comparing'
import { name, names } from '../names'
import { numbersOf } from '../numbers'
import { type ChapterEntry, type Teller, told } from '../outline-entry'
import { en, nothing, zh } from '../spans'
import { apart, clauses, words } from '../words'

const change: Teller = {
  id: 'types.change',
  reads: ['types'],
  tell(source) {
    const moved = movement(source, 'types', { zh: '类合同', en: 'types' })
    return moved && told([moved.claim], zh`${moved.said}。`, en`Turnover by type: ${moved.said}.`)
  },
}

/** The first with its growth, the second, and both together. */
const leading: Teller = {
  id: 'types.leading',
  reads: ['types'],
  tell(source) {
    const [first = [], second = []] = placed(source.table('types').rows)
    const [one] = first
    if (!one) return null
    const numbers = numbersOf(source, 'types', one)
    const [turnover, part] = [numbers.wan('turnover'), numbers.share('turnoverShare')]
    const where = {
      zh: zh`（${source.reference('table-types')}、${source.reference('figure-types')}）`,
      en: en` (${source.reference('table-types')}, ${source.reference('figure-types')})`,
    }
    if (first.length > 1) {
      return told(
        ['largest together'],
        zh`${names('types', first)}合同成交额并列首位，均为 ${turnover}，各占 ${part}${where}。`,
        en`${names('types', first)} share first place with a turnover of ${turnover}, ${part} each${where}.`,
      )
    }
    const growth = changed(source, 'types', [one])
    const [next] = second
    const together = next && second.length === 1 ? numbersOf(source, 'types', one, next) : null
    const after =
      next && together
        ? {
            zh: zh`；${name('types', next)}次之，合同成交额 ${numbersOf(source, 'types', next).wan('turnover')}，占 ${numbersOf(source, 'types', next).share('turnoverShare')}，两者合计占 ${together.share('turnoverShare')}`,
            en: en`; ${name('types', next)} follows with ${numbersOf(source, 'types', next).wan('turnover')}, ${numbersOf(source, 'types', next).share('turnoverShare')}, both together ${together.share('turnoverShare')}`,
          }
        : nothing
    const size = growth ? { zh: zh`，${growth}`, en: en`, ${growth}` } : nothing
    return told(
      ['largest', ...(together ? ['second'] : [])],
      zh`${name('types', one)}是技术交易最主要的方式，合同成交额 ${turnover}，占 ${part}${where}${size}${after}。`,
      en`${name('types', one)} is the main form of trade with a turnover of ${turnover}, ${part} of the whole${where}${size}${after}.`,
    )
  },
}

/** Whose growth and whose increase was greatest, of a closed year. */
const fastest: Teller = {
  id: 'types.fastest',
  reads: ['types'],
  tell(source) {
    const { telling, wholeLast, whole } = source
    if (!isOver(telling) || wholeLast.turnover === 0n) return null
    const rows = source.table('types').rows.filter(rising)
    const quickest = greatest(rows, 'turnoverGrowth')
    const most = greatest(rows, 'turnoverIncrease')
    const [quick, one] = [quickest[0], most[0]]
    if (!one) return null
    const size = quick && changed(source, 'types', [quick])
    const each = quickest.length > 1 ? words('均', 'each ') : nothing
    const numbers = numbersOf(source, 'types', one)
    const grown = whole.turnover > wholeLast.turnover && most.length === 1
    const by = numbers.wan('turnoverIncrease')
    const growth = size && {
      zh: zh`${names('types', quickest)}合同成交额增幅居首位，${each}${size}`,
      en: en`greatest growth: ${names('types', quickest)}, ${each}${size}`,
    }
    const increase = {
      zh: zh`${names('types', most)}合同成交额增量最大，${most.length > 1 ? words('均', '') : nothing}增加 ${by}`,
      en: en`greatest increase: ${names('types', most)} with ${by}${most.length > 1 ? words('', ' each') : nothing}`,
    }
    const part = grown && {
      zh: zh`占全年成交额增量的 ${numbers.share('contribution')}`,
      en: en`${numbers.share('contribution')} of the year’s increase`,
    }
    const said = apart(growth || null, clauses(increase, part))
    return told(
      [...(growth ? ['grew most'] : []), 'increased most'],
      zh`${said}。`,
      en`Against last year, ${said}.`,
    )
  },
}

export const typesChapter: ChapterEntry = {
  id: 'types',
  heading: { zh: '技术合同类型', en: 'Types of contract' },
  blocks: [
    { kind: 'paragraph', tellers: [change, leading, fastest] },
    {
      kind: 'table',
      id: 'table-types',
      table: 'types',
      caption: { zh: '不同类型技术合同成交额及占比', en: 'turnover by type of contract and its share' },
    },
    { kind: 'rounding', table: 'types' },
    {
      kind: 'figure',
      id: 'figure-types',
      table: 'types',
      caption: { zh: '不同类型技术合同成交额占比', en: 'share of turnover by type of contract' },
    },
  ],
}
