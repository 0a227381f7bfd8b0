import type { Row } from '../../statistics/compute'
import { greatest, sumOf } from '../../statistics/statements/rows'
import { isOver } from '../../statistics/statements/telling'
import { changed, placed } from '../comparing'
import { movement, rising } from '../movement'
import { name, names } from '../names'
import { numbersOf } from '../numbers'
import { type ChapterEntry, type Teller, told } from '../outline-entry'
import type { Source } from '../source'
import { en, nothing, type Said, zh } from '../spans'
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
        zh`${names('types', first)}合同成交额并列首位，均为${turnover}，各占${part}${where}。`,
        en`${names('types', first)} share first place with a turnover of ${turnover}, ${part} each${where}.`,
      )
    }
    const growth = changed(source, 'types', [one])
    const [next] = second
    const together = next && second.length === 1 ? numbersOf(source, 'types', one, next) : null
    const after =
      next && together
        ? {
            zh: zh`；${name('types', next)}次之，合同成交额${numbersOf(source, 'types', next).wan('turnover')}，占${numbersOf(source, 'types', next).share('turnoverShare')}，两者合计占${together.share('turnoverShare')}`,
            en: en`; ${name('types', next)} follows with ${numbersOf(source, 'types', next).wan('turnover')}, ${numbersOf(source, 'types', next).share('turnoverShare')}, both together ${together.share('turnoverShare')}`,
          }
        : nothing
    const size = growth ? { zh: zh`，${growth}`, en: en`, ${growth}` } : nothing
    return told(
      ['largest', ...(together ? ['second'] : [])],
      zh`${name('types', one)}是技术交易最主要的方式，合同成交额${turnover}，占${part}${where}${size}${after}。`,
      en`${name('types', one)} is the main form of trade with a turnover of ${turnover}, ${part} of the whole${where}${size}${after}.`,
    )
  },
}

/** Whose growth and whose increase was greatest, of a closed year. */
const fastest: Teller = {
  id: 'types.fastest',
  reads: ['types'],
  tell(source) {
    if (!isOver(source.telling) || source.wholeLast.turnover === 0n) return null
    const rows = source.table('types').rows.filter(rising)
    const quickest = greatest(rows, 'turnoverGrowth')
    const most = greatest(rows, 'turnoverIncrease')
    if (most.length === 0) return null
    const [quick] = quickest
    const size = quick && changed(source, 'types', [quick])
    const each = words(quickest.length > 1 ? '均' : '', quickest.length > 1 ? 'each ' : '')
    const growth = size && {
      zh: zh`${names('types', quickest)}合同成交额增幅居首位，${each}${size}`,
      en: en`greatest growth: ${names('types', quickest)}, ${each}${size}`,
    }
    const same = quickest.length === 1 && most.length === 1 && quick === most[0]
    const said = apart(growth ?? null, increase(source, most, same))
    return told(
      [...(growth ? ['grew most'] : []), 'increased most'],
      zh`${said}。`,
      en`Against last year, ${said}.`,
    )
  },
}

/** Who added most. A part above the whole increase, since others fell, would only puzzle and is not said. */
function increase(source: Source, most: readonly Row[], same: boolean): Said {
  const [one] = most
  if (!one) return nothing
  const numbers = numbersOf(source, 'types', one)
  const by = numbers.wan('turnoverIncrease')
  const whole = source.whole.turnover - source.wholeLast.turnover
  const told = most.length === 1 && sumOf(one, 'turnoverIncrease') <= whole
  const who = names('types', most)
  const several = most.length > 1
  return clauses(
    same
      ? { zh: zh`增量也最大，增加${by}`, en: en`and the greatest increase, ${by}` }
      : {
          zh: zh`${who}合同成交额增量最大，${words(several ? '均' : '', '')}增加${by}`,
          en: en`greatest increase: ${who}, ${by}${words('', several ? ' each' : '')}`,
        },
    told && {
      zh: zh`占全年成交额增量的${numbers.share('contribution')}`,
      en: en`${numbers.share('contribution')} of the year’s increase`,
    },
  )
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
    { kind: 'rounding', table: 'types', printedIn: 'columns' },
    {
      kind: 'figure',
      id: 'figure-types',
      table: 'types',
      caption: { zh: '不同类型技术合同成交额占比', en: 'share of turnover by type of contract' },
    },
  ],
}
