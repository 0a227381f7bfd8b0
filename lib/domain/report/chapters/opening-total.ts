import { isOver } from '../../statistics/statements/telling'
import { numbersOf, plainNumber, yearNumber } from '../numbers'
import { type Teller, told } from '../outline-entry'
import { period } from '../period'
import type { Source } from '../source'
import { en, nothing, type Said, zh } from '../spans'
import { be } from '../words'

export const total: Teller = {
  id: 'opening.total',
  reads: ['headline'],
  tell(source) {
    const { who, whole } = source
    const when = period(source)
    if (whole.contracts === 0n) {
      return told(
        ['nothing registered'],
        zh`${when}，${who}没有认定登记技术合同。`,
        en`${when}, no technology contract of ${who} was registered.`,
      )
    }
    const numbers = numbersOf(source, 'headline')
    const items = numbers.items('contracts')
    if (whole.turnover === 0n) {
      return told(
        ['no turnover'],
        zh`${when}，${who}认定登记技术合同${items}，成交额为零。`,
        en`${when}, ${items} of ${who} ${be(whole.contracts)} registered, without any turnover.`,
      )
    }
    const record = standing(source)
    const turnover = numbers.money('turnover')
    const tail = record ? { zh: zh`，${record.said}`, en: en`, ${record.said}` } : nothing
    return told(
      ['total', ...(record ? [record.claim] : [])],
      zh`${when}，${who}认定登记技术合同${items}，成交额${turnover}${tail}。`,
      en`${when}, ${items} of ${who} ${be(whole.contracts)} registered, with a turnover of ${turnover}${tail}.`,
    )
  },
}

/**
 * The year among all known years before it, strictly the highest or its place. A running year is held against whole
 * years, which it may only have passed; its place among them would say nothing.
 */
function standing({ history, year, whole, telling }: Source): { claim: string; said: Said } | null {
  const earlier = history?.filter((one) => one.year < year) ?? []
  const first = earlier.reduce((least, one) => Math.min(least, one.year), year)
  if (first === year) return null
  const since = yearNumber(first)
  const ahead = earlier.filter(({ turnover }) => turnover >= whole.turnover)
  if (ahead.length === 0) {
    return {
      claim: 'highest ever',
      said: { zh: zh`创历史新高（${since}年以来）`, en: en`the highest on record (since ${since})` },
    }
  }
  if (!isOver(telling)) return null
  const place = ahead.filter(({ turnover }) => turnover > whole.turnover).length + 1
  const shared = ahead.some(({ turnover }) => turnover === whole.turnover)
  const at = plainNumber('place', place, year)
  return {
    claim: 'place among years',
    said: shared
      ? { zh: zh`并列${since}年以来第${at}位`, en: en`sharing place ${at} since ${since}` }
      : { zh: zh`居${since}年以来第${at}位`, en: en`in place ${at} since ${since}` },
  }
}
