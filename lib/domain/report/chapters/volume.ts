import { compare, type Figure } from '../../statistics/figure'
import { isOver, lastYear } from '../../statistics/statements/telling'
import { changed, changeOf } from '../comparing'
import { numbersOf } from '../numbers'
import { type ChapterEntry, type Teller, told } from '../outline-entry'
import { period } from '../period'
import type { Source } from '../source'
import { en, nothing, type Said, zh } from '../spans'
import { words } from '../words'

const volume: Teller = {
  id: 'volume.turnover',
  reads: ['headline'],
  tell(source) {
    const { who, whole } = source
    if (whole.contracts === 0n) return emptyAgainst(source)
    const numbers = numbersOf(source, 'headline')
    const items = numbers.items('contracts')
    return told(
      ['volume'],
      zh`${period(source)}${who}共认定登记技术合同${items}${moreContracts(source)}；合同成交总金额${numbers.wan('turnover')}（${source.reference('figure-volume')}）${turnoverAgainst(source)}。`,
      en`${period(source)} ${who} registered ${items} in all${moreContracts(source)}; turnover came to ${numbers.wan('turnover')} (${source.reference('figure-volume')})${turnoverAgainst(source)}.`,
    )
  },
}

/** Nothing this year: what there was the year before. */
function emptyAgainst(source: Source) {
  const { wholeLast, who } = source
  if (wholeLast.contracts === 0n) return null
  const numbers = numbersOf(source, 'headline')
  const base = lastYear(source.telling)
  return told(
    ['nothing against last year'],
    zh`${words(base.zh, '')}${who}认定登记技术合同${numbers.items('contractsLast')}，成交额${numbers.wan('turnoverLast')}。`,
    en`There had been ${numbers.items('contractsLast')} of ${who} ${words('', base.en)}, turnover ${numbers.wan('turnoverLast')}.`,
  )
}

/** ，比上年增加 44 项; while the year runs, what the whole of last year had. */
function moreContracts(source: Source): Said {
  const { whole, wholeLast, telling } = source
  const base = lastYear(telling)
  if (wholeLast.contracts === 0n) return words(`，${base.zh}没有登记`, `, none ${base.en}`)
  const numbers = numbersOf(source, 'headline')
  if (!isOver(telling)) {
    const then = numbers.items('contractsLast')
    return {
      zh: zh`，${words(base.zh, '')}为${then}`,
      en: en`, against ${then} ${words('', base.en)}`,
    }
  }
  const by = numbers.items('contractsIncrease')
  if (whole.contracts === wholeLast.contracts) {
    return words(`，与${base.zh}持平`, `, as many as ${base.en}`)
  }
  return whole.contracts > wholeLast.contracts
    ? { zh: zh`${words(`，比${base.zh}增加`, '')}${by}`, en: en`, ${by} more than ${words('', base.en)}` }
    : { zh: zh`${words(`，比${base.zh}减少`, '')}${by}`, en: en`, ${by} fewer than ${words('', base.en)}` }
}

/** ，比上年的 61,442.80 万元增长 32.5%; what is no percentage on it stands after it. */
function turnoverAgainst(source: Source): Said {
  const { wholeLast, telling } = source
  const base = lastYear(telling)
  const size = changed(source, 'headline', [])
  if (wholeLast.turnover === 0n) return size ? { zh: zh`，${size}`, en: en`, ${size}` } : nothing
  const then = numbersOf(source, 'headline').wan('turnoverLast')
  const [first, ...rest] = size?.zh ?? []
  const on = `比${base.zh}`
  if (size && first?.text.startsWith(on)) {
    const grew = { zh: [{ kind: 'text', text: first.text.slice(on.length) } as const, ...rest], en: [] }
    return {
      zh: zh`，${words(on, '')}的${then}${grew}`,
      en: en`, ${size}, when it was ${then}`,
    }
  }
  const how = size ? { zh: zh`，${size}`, en: en`, ${size}` } : nothing
  return {
    zh: zh`，${words(base.zh, '')}为${then}${how}`,
    en: en`, ${words('', base.en)} it was ${then}${how}`,
  }
}

const mean: Teller = {
  id: 'volume.mean',
  reads: ['headline'],
  tell(source) {
    const { whole, wholeLast } = source
    if (whole.turnover === 0n) return null
    const numbers = numbersOf(source, 'headline')
    const base = lastYear(closed(source).telling)
    const now = numbers.wan('mean')
    if (wholeLast.turnover === 0n) {
      return told(['mean'], zh`单项合同平均成交额为${now}。`, en`The mean turnover of a contract is ${now}.`)
    }
    const [value, before] = [numbers.cite('mean').value, numbers.cite('meanLast').value]
    const then = numbers.wan('meanLast')
    const size = meanAgainst(source, value, before)
    const order = compare(value, before)
    if (order === 0) {
      return told(
        ['mean level'],
        zh`单项合同平均成交额为${now}，${size}。`,
        en`The mean turnover of a contract is ${now}, ${size}.`,
      )
    }
    const [grew, rose] = order > 0 ? ['增至', 'rose'] : ['降至', 'fell']
    return told(
      [order > 0 ? 'mean rose' : 'mean fell'],
      zh`单项合同平均成交额由${words(base.zh, '')}的${then}${words(grew, '')} ${now}，${size}。`,
      en`The mean turnover of a contract ${words('', rose)} from ${then} ${words('', base.en)} to ${now}, ${size}.`,
    )
  },
}

/** Means of a year and of a part of one are compared alike: nothing of a mean is still to be reached. */
const closed = (source: Source): Source => ({
  ...source,
  telling: { ...source.telling, today: `${source.year + 1}-01-01` },
})

const meanAgainst = (source: Source, now: Figure, then: Figure): Said =>
  changeOf(closed(source), now, then, {
    of: { table: 'headline', members: [] },
    growth: 'meanGrowth',
    multiple: 'meanMultiple',
  }) ?? words('', '')

export const volumeChapter: ChapterEntry = {
  id: 'volume',
  heading: { zh: '年度登记量基本情况', en: 'The year’s registrations' },
  always: true,
  blocks: [
    { kind: 'paragraph', tellers: [volume, mean] },
    {
      kind: 'figure',
      id: 'figure-volume',
      table: 'headline',
      caption: { zh: '技术合同登记量与上年对比', en: 'registrations against last year' },
    },
  ],
}
