import type { Row } from '../../statistics/compute'
import { figureOf, greatest, sumOf } from '../../statistics/statements/rows'
import { isOver } from '../../statistics/statements/telling'
import { changed, placed } from '../comparing'
import { name, names } from '../names'
import { bound, numbersOf, rank } from '../numbers'
import { type ChapterEntry, type Teller, told } from '../outline-entry'
import { thisYear } from '../period'
import type { Source } from '../source'
import { en, nothing, type Said, zh } from '../spans'
import { areaBlocks } from './areas'

/** 1 亿元, above which a unit is named. */
const LARGE = { fen: 10_000_000_000n, words: { zh: '1 亿元', en: '100 million yuan' } }
const QUICK = { n: 1n, d: 10n }

const leader: Teller = {
  id: 'units.leader',
  reads: ['units'],
  tell(source) {
    const [first = [], ...next] = placed(source.table('units').rows)
    const [one] = first
    if (!one) return null
    const turnover = numbersOf(source, 'units', one).wan('turnover')
    const who = names('units', first)
    if (first.length > 1) {
      return told(
        ['share first place'],
        zh`${thisYear(source)}${who}成交额并列首位，均为${turnover}。`,
        en`${thisYear(source)} ${who} share first place with a turnover of ${turnover} each.`,
      )
    }
    const second = next.slice(0, 2).flat()
    const after =
      second.length === 0 || second.length > 4
        ? nothing
        : { zh: zh`，${amounts(source, second)}次之`, en: en`, followed by ${amounts(source, second)}` }
    return told(
      ['first place'],
      zh`${thisYear(source)}${who}以成交额${turnover}居首位${after}。`,
      en`${thisYear(source)} ${who} is in first place with a turnover of ${turnover}${after}.`,
    )
  },
}

/** 八师（11,559.95 万元）、兵直及其他（9,785.34 万元）. */
function amounts(source: Source, rows: readonly Row[]): Said {
  return rows
    .map((row): Said => {
      const turnover = numbersOf(source, 'units', row).wan('turnover')
      return {
        zh: zh`${name('units', row)}（${turnover}）`,
        en: en`${name('units', row)} (${turnover})`,
      }
    })
    .reduce((all, one, index) => (index === 0 ? one : { zh: zh`${all}、${one}`, en: en`${all} and ${one}` }))
}

const idle: Teller = {
  id: 'units.idle',
  reads: ['units'],
  tell(source) {
    const without = source.table('units').rows.filter((row) => sumOf(row, 'contracts') === 0n)
    if (without.length === 0) {
      return told(
        ['no unit without a registration'],
        zh`无“零登记”单位（${source.reference('table-units')}）。`,
        en`No unit is without a registration (${source.reference('table-units')}).`,
      )
    }
    const who = names('units', without)
    return told(
      ['units without a registration'],
      zh`“零登记”单位有：${who}（${source.reference('table-units')}）。`,
      en`Without a registration: ${who} (${source.reference('table-units')}).`,
    )
  },
}

const large: Teller = {
  id: 'units.large',
  reads: ['units'],
  tell(source) {
    const over = placed(source.table('units').rows)
      .flat()
      .filter((row) => sumOf(row, 'turnover') > LARGE.fen)
    const least = bound(LARGE.words, { n: LARGE.fen, d: 1n }, source.year)
    if (over.length === 0) {
      return told(
        ['no unit above the bound'],
        zh`没有成交额超过${least}的单位。`,
        en`No unit’s turnover is above ${least}.`,
      )
    }
    return told(
      ['units above the bound'],
      zh`成交额超过${least}的单位有${names('units', over)}。`,
      en`Turnover above ${least}: ${names('units', over)}.`,
    )
  },
}

/** Units that grew by more than the bound, judged before rounding; growth from nothing is no percentage. */
const quick = (source: Source): Row[] =>
  source.table('units').rows.filter((row) => {
    const growth = figureOf(row, 'turnoverGrowth')
    return growth !== null && growth.n * QUICK.d > QUICK.n * growth.d
  })

const growing: Teller = {
  id: 'units.growing',
  reads: ['units'],
  tell(source) {
    if (!isOver(source.telling) || source.wholeLast.turnover === 0n) return null
    const rows = quick(source)
    const least = bound({ zh: '10%', en: '10%' }, QUICK, source.year)
    if (rows.length === 0) {
      return told(
        ['no unit grew by more'],
        zh`没有单位的成交额较上年增长超过${least}。`,
        en`No unit’s turnover grew by more than ${least} on last year.`,
      )
    }
    return told(
      ['grew by more'],
      zh`成交额较上年增长超过${least}的有：${names('units', rows)}。`,
      en`Turnover grew by more than ${least} on last year in: ${names('units', rows)}.`,
    )
  },
}

const fastest: Teller = {
  id: 'units.fastest',
  after: 'units.growing',
  reads: ['units'],
  tell(source) {
    if (!isOver(source.telling)) return null
    const most = greatest(quick(source), 'turnoverGrowth')
    const [one] = most
    if (!one) return null
    const who = names('units', most)
    const size = changed(source, 'units', [one]) ?? nothing
    if (most.length > 1) {
      return told(
        ['grew most together'],
        zh`其中${who}增长最快，均${size}。`,
        en`Of these ${who} grew most, each ${size}.`,
      )
    }
    const by = numbersOf(source, 'units', one).wan('turnoverIncrease')
    return told(
      ['grew most'],
      zh`其中${who}增长最快，成交额增加${by}，${size}${climb(source, one)}。`,
      en`Of these ${who} grew most: turnover increased by ${by}, ${size}${climb(source, one)}.`,
    )
  },
}

/** ，由师成交额第 8 名升至第 1 名; of a division alone that gained a place. */
function climb(source: Source, row: Row): Said {
  const rise = figureOf(row, 'divisionRankRise')
  if (!rise || rise.n <= 0n) return nothing
  const [from, to] = [rank(row, 'divisionRankLast', source), rank(row, 'divisionRank', source)]
  return {
    zh: zh`，由师成交额第${from}名升至第${to}名`,
    en: en`, up from rank ${from} to rank ${to} among the divisions`,
  }
}

const fromNothing: Teller = {
  id: 'units.from-nothing',
  reads: ['units'],
  tell(source) {
    if (!isOver(source.telling) || source.wholeLast.turnover === 0n) return null
    const rows = source
      .table('units')
      .rows.filter((row) => sumOf(row, 'turnoverLast') === 0n && sumOf(row, 'turnover') > 0n)
    if (rows.length === 0) return null
    return told(
      ['turnover from nothing'],
      zh`上年没有成交额、本年有成交额的有：${names('units', rows)}。`,
      en`Turnover this year and none last year: ${names('units', rows)}.`,
    )
  },
}

export const unitsChapter: ChapterEntry = {
  id: 'units',
  heading: { zh: '各师市、院校登记情况', en: 'Divisions and institutions' },
  blocks: [
    {
      kind: 'heading',
      id: 'units-volume',
      words: { zh: '各师市、院校技术合同登记量', en: 'Registrations of divisions and institutions' },
      reads: ['units'],
    },
    { kind: 'paragraph', tellers: [leader, idle, large] },
    {
      kind: 'table',
      id: 'table-units',
      table: 'units',
      caption: { zh: '各师、院校技术合同登记量', en: 'registrations of divisions and institutions' },
    },
    { kind: 'rounding', table: 'units', printedIn: 'columns' },
    { kind: 'paragraph', tellers: [growing, fastest, fromNothing] },
    ...areaBlocks,
  ],
}
