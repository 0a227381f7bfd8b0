import { codeWords } from '../../contract/code-lists'
import type { Row } from '../../statistics/compute'
import { sumOf } from '../../statistics/statements/rows'
import { placed } from '../comparing'
import { names } from '../names'
import { bound, numbersOf } from '../numbers'
import { type ChapterEntry, type Teller, told } from '../outline-entry'
import { inTheYear } from '../period'
import type { Material, Source } from '../source'
import { en, nothing, type Said, zh } from '../spans'
import { be, words } from '../words'

/** The last size band: 1 亿元 and more. */
const TOP = { code: '13', words: { zh: '1 亿元', en: '100 million yuan' }, fen: 10_000_000_000n }

const typeOf = (contract: Material['largest'][number] | undefined): Said => {
  if (!contract) return nothing
  const type = contract.type
  const of = codeWords('contractType', type)
  return {
    zh: zh`，为${{ zh: [{ kind: 'name', text: of.zh, split: 'type', member: type }], en: [] }}合同`,
    en: en` (${{ zh: [], en: [{ kind: 'name', text: of.en, split: 'type', member: type }] }})`,
  }
}

const large: Teller = {
  id: 'bands.large',
  reads: ['bands'],
  tell(source) {
    const least = bound(TOP.words, { n: TOP.fen, d: 1n }, source.year)
    const row = source.table('bands').rows.find(({ member }) => member === TOP.code)
    const when = inTheYear(source)
    if (!row || sumOf(row, 'contracts') === 0n) {
      return told(
        ['no large contract'],
        zh`${when}没有认定登记${least}及以上的大额技术合同。`,
        en`${when} no contract of ${least} or more was registered.`,
      )
    }
    const numbers = numbersOf(source, 'bands', row)
    const registered = sumOf(row, 'contracts')
    const type = registered === 1n ? typeOf(source.largest[0]) : nothing
    return told(
      ['large contracts'],
      zh`${when}共认定登记${least}及以上的大额技术合同${numbers.items('contracts')}${type}，合同成交额${numbers.wan('turnover')}。`,
      en`${when} ${numbers.items('contracts')} of ${least} or more${type} ${be(registered)} registered, turnover ${numbers.wan('turnover')}.`,
    )
  },
}

const imports: Teller = {
  id: 'trade.imports',
  reads: ['trade'],
  tell(source) {
    const row = source.table('trade').rows.find(({ member }) => member === '1')
    if (!row || sumOf(row, 'contracts') === 0n) {
      return told(['no import'], zh`没有认定技术进口合同。`, en`No technology import was registered.`)
    }
    const numbers = numbersOf(source, 'trade', row)
    const type = sumOf(row, 'contracts') === 1n ? typeOf(source.imports[0]) : nothing
    return told(
      ['imports'],
      zh`认定技术进口合同${numbers.items('contracts')}${type}，合同成交额${numbers.wan('turnover')}。`,
      en`Technology import: ${numbers.items('contracts')}${type}, turnover ${numbers.wan('turnover')}.`,
    )
  },
}

/** The first three places, equal ones together. */
const order: Teller = {
  id: 'bands.order',
  reads: ['bands'],
  tell(source) {
    const [first, second, third] = placed(source.table('bands').rows)
    if (!first) return null
    const table = source.reference('table-bands')
    const after = (rows: readonly Row[] | undefined, how: Said): Said =>
      rows
        ? { zh: zh`；${how}${amountOf(source, rows)}`, en: en`; ${how}${amountOf(source, rows)}` }
        : nothing
    const next = after(second, words('其次为', 'then '))
    const last = after(third, words('再次为', 'then '))
    return told(
      ['order of the bands'],
      zh`按单项合同成交额，成交额最大的区间为${amountOf(source, first)}${next}${last}（${table}）。`,
      en`By the size of contracts, the greatest turnover is that of ${amountOf(source, first)}${next}${last} (${table}).`,
    )
  },
}

function amountOf(source: Source, rows: readonly Row[]): Said {
  const [one] = rows
  if (!one) return nothing
  const numbers = numbersOf(source, 'bands', one)
  const each = rows.length > 1
  return {
    zh: zh`${names('bands', rows)}，${words(each ? '均为' : '为', '')} ${numbers.wan('turnover')}，${words(each ? '各占' : '占', '')}成交总额的${numbers.share('turnoverShare')}`,
    en: en`${names('bands', rows)} with ${numbers.wan('turnover')}, ${numbers.share('turnoverShare')} of the whole${words('', each ? ' each' : '')}`,
  }
}

export const sizesChapter: ChapterEntry = {
  id: 'sizes',
  heading: { zh: '单项合同成交额', en: 'Size of contracts' },
  blocks: [
    { kind: 'paragraph', tellers: [large, imports, order] },
    {
      kind: 'table',
      id: 'table-bands',
      table: 'bands',
      caption: { zh: '单项技术合同成交额规模统计', en: 'contracts by size' },
    },
    { kind: 'rounding', table: 'bands', printedIn: 'columns' },
  ],
}
