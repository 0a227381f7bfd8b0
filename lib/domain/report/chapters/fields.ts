import type { Row } from '../../statistics/compute'
import { greatest, sumOf } from '../../statistics/statements/rows'
import { isOver } from '../../statistics/statements/telling'
import { changed, placed } from '../comparing'
import { rising } from '../movement'
import { name, names } from '../names'
import { bound, numbersOf } from '../numbers'
import { type ChapterEntry, type Teller, told } from '../outline-entry'
import type { Source } from '../source'
import { en, nothing, type Said, zh } from '../spans'
import { words } from '../words'

/** 6000 万元, above which the report names a field, and the share below which it calls one small. */
const LARGE = { fen: 6_000_000_000n, words: { zh: '6,000 万元', en: '60,000,000 yuan' } }
const SMALL = { n: 1n, d: 20n, words: { zh: '5%', en: '5%' } }

const leader: Teller = {
  id: 'fields.leader',
  reads: ['fields'],
  tell(source) {
    const [first = [], second = []] = placed(source.table('fields').rows)
    const [one] = first
    if (!one) return null
    const numbers = numbersOf(source, 'fields', one)
    const [turnover, part] = [numbers.wan('turnover'), numbers.share('turnoverShare')]
    const [bars, parts] = [source.reference('figure-fields'), source.reference('figure-field-shares')]
    if (first.length > 1) {
      return told(
        ['share first place'],
        zh`${names('fields', first)}领域成交额并列首位，均为${turnover}（${bars}），各占总成交额的${part}（${parts}）。`,
        en`${names('fields', first)} share first place with a turnover of ${turnover} (${bars}), ${part} of the whole each (${parts}).`,
      )
    }
    const after = next(source, second)
    return told(
      ['first place', ...(second.length > 0 ? ['second'] : [])],
      zh`${name('fields', one)}领域技术合同项目数和成交额分别为${numbers.items('contracts')}和${turnover}（${bars}），成交额居各技术领域首位，占总成交额的${part}（${parts}）${after}。`,
      en`${name('fields', one)} has ${numbers.items('contracts')} with a turnover of ${turnover} (${bars}), the first place among the fields, ${part} of the whole (${parts})${after}.`,
    )
  },
}

/** ，其次为新材料及其应用，成交额为 18,484.00 万元，占 22.7%. */
function next(source: Source, second: readonly Row[]): Said {
  const [one] = second
  if (!one) return nothing
  const numbers = numbersOf(source, 'fields', one)
  const each = second.length > 1
  return {
    zh: zh`，其次为${names('fields', second)}，成交额${words(each ? '均为' : '为', '')} ${numbers.wan('turnover')}，${words(each ? '各占' : '占', '')} ${numbers.share('turnoverShare')}`,
    en: en`, followed by ${names('fields', second)} with ${numbers.wan('turnover')}, ${numbers.share('turnoverShare')}${words('', each ? ' each' : '')}`,
  }
}

const fastest: Teller = {
  id: 'fields.fastest',
  reads: ['fields'],
  tell(source) {
    if (!isOver(source.telling)) return null
    const most = greatest(source.table('fields').rows.filter(rising), 'turnoverGrowth')
    const [one] = most
    const size = one && changed(source, 'fields', [one])
    if (!size) return null
    const each = words(most.length > 1 ? '均' : '', most.length > 1 ? 'each ' : '')
    return told(
      ['grew most'],
      zh`${names('fields', most)}是增长最快的领域，成交额${each}${size}。`,
      en`${names('fields', most)} grew most, ${each}${size}.`,
    )
  },
}

/** Fields after the first and second that lie above the bound, the greatest first. */
const large: Teller = {
  id: 'fields.large',
  after: 'fields.leader',
  reads: ['fields'],
  tell(source) {
    const [first = [], ...rest] = placed(source.table('fields').rows)
    const after = first.length > 1 ? rest : rest.slice(1)
    const rows = after.flat().filter((row) => sumOf(row, 'turnover') > LARGE.fen)
    if (rows.length === 0) return null
    const least = bound(LARGE.words, { n: LARGE.fen, d: 1n }, source.year)
    const each = words(rows.length > 1 ? '均' : '', rows.length > 1 ? ' each' : '')
    return told(
      ['after them above the bound'],
      zh`之后依次为${names('fields', rows)}，成交额${each}在${least}以上。`,
      en`Then come ${names('fields', rows)}, above ${least}${each}.`,
    )
  },
}

const small: Teller = {
  id: 'fields.small',
  reads: ['fields'],
  tell(source) {
    const { whole } = source
    const rows = source.table('fields').rows.filter((row) => {
      const turnover = sumOf(row, 'turnover')
      return turnover > 0n && turnover * SMALL.d < SMALL.n * whole.turnover
    })
    if (rows.length === 0) return null
    const below = bound(SMALL.words, { n: SMALL.n, d: SMALL.d }, source.year)
    const each = words(rows.length > 1 ? '均' : '', rows.length > 1 ? ' each' : '')
    return told(
      ['small shares'],
      zh`${names('fields', rows)}领域成交额占比较小，${each}不足${below}。`,
      en`The shares of ${names('fields', rows)} are small, below ${below}${each}.`,
    )
  },
}

export const fieldsChapter: ChapterEntry = {
  id: 'fields',
  heading: { zh: '技术交易领域构成', en: 'Fields of technology' },
  blocks: [
    { kind: 'paragraph', tellers: [leader, fastest, large, small] },
    {
      kind: 'figure',
      id: 'figure-fields',
      table: 'fields',
      caption: { zh: '技术领域成交额', en: 'turnover by field of technology' },
    },
    {
      kind: 'figure',
      id: 'figure-field-shares',
      table: 'fields',
      caption: { zh: '各技术领域成交额占比', en: 'share of turnover by field of technology' },
    },
  ],
}
