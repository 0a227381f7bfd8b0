import { formatYuan, inCapitals } from '../money'
import { ISSUER } from '../report/issuer'
import { say, type Words } from '../words'
import { groupedCode, groupedNumber } from './code'
import { type CertificateFacts, fenOf, type ListFacts, sumsOf } from './facts'
import { dayWords, itemsOf, listedVersion } from './items'
import { paperWords, wordings } from './wording'

export type PaperLanguage = 'zh-CN' | 'en'

interface Sheet {
  language: PaperLanguage
  title: string
  /** Under the title, where this is no original. */
  remark: string
  number: string
  code: string
  /** Where anybody checks it by hand, and where its picture leads. */
  address: string
  link: string
  intro: string
  office: string
  day: string
  /** Start of the day it states, in Shanghai: a paper has no other date. */
  date: Date
}

/** A certificate in one language, written down; nothing is worked out while it is drawn. */
export interface CertificatePaper extends Sheet {
  kind: 'contract'
  rows: readonly { label: string; values: readonly string[] }[]
}

export interface ListPaper extends Sheet {
  kind: 'list'
  scope: string
  heads: readonly string[]
  rows: readonly (readonly string[])[]
  sums: readonly [label: string, turnover: string, technology: string]
  capitals: readonly { label: string; value: string }[]
}

interface Bearing {
  number: string
  code: string
  /** The register's public address. */
  origin: string
}

const addressesOf = ({ number, code, origin }: Bearing) => {
  const address = `${origin.replace(/\/$/, '')}/verify`
  return { address, link: `${address}/${number}?code=${code}`, code: groupedCode(code) }
}

export function certificatePaper(
  facts: CertificateFacts,
  bearing: Bearing,
  language: PaperLanguage,
): CertificatePaper {
  const word = (words: Words) => say(words, language)
  const { title, intro } = wordings[facts.ruleSet]
  return {
    kind: 'contract',
    language,
    title: word(title),
    remark: word(paperWords.translation),
    number: groupedNumber(facts.number),
    ...addressesOf(bearing),
    intro: word(intro),
    rows: itemsOf(facts).map(({ label, values }) => ({ label: word(label), values: values.map(word) })),
    office: word(facts.unit),
    day: word(dayWords(facts.madeOn)),
    date: new Date(`${facts.madeOn}T00:00:00+08:00`),
  }
}

const heads: readonly Words[] = [
  { zh: '序号', en: 'No.' },
  { zh: '登记编号', en: 'Registration number' },
  { zh: '合同名称', en: 'Contract' },
  { zh: '卖方', en: 'Seller' },
  { zh: '买方', en: 'Buyer' },
  { zh: '成交额（元）', en: 'Turnover (RMB)' },
  { zh: '技术交易额（元）', en: 'Technology turnover (RMB)' },
  { zh: '登记日期', en: 'Registered on' },
]

export function listPaper(facts: ListFacts, bearing: Bearing, language: PaperLanguage): ListPaper {
  const word = (words: Words) => say(words, language)
  const amount = (text: string) => formatYuan(fenOf(text))
  const sums = sumsOf(facts.rows)
  const day = word(dayWords(facts.madeOn))
  const scope = facts.scope.map(({ label, value }) =>
    language === 'en' ? `${label.en}: ${value.en}` : `${label.zh}：${value.zh}`,
  )
  const comma = language === 'en' ? ', ' : '、'
  return {
    kind: 'list',
    language,
    title: word(paperWords.listTitle),
    remark: word(paperWords.translation),
    number: groupedNumber(bearing.number),
    ...addressesOf(bearing),
    intro: word(paperWords.listIntro).replace('{day}', day),
    scope: scope.join(language === 'en' ? '; ' : '；') || word(paperWords.whole),
    heads: heads.map(word),
    rows: facts.rows.map((row, at) => [
      String(at + 1),
      row.version > 1 ? `${row.number} ${word(listedVersion(row))}` : row.number,
      row.name,
      row.sellers.join(comma),
      row.buyers.join(comma),
      amount(row.turnover),
      amount(row.technology),
      row.registeredOn,
    ]),
    sums: [word(paperWords.sums), formatYuan(sums.turnover), formatYuan(sums.technology)],
    capitals: [
      { label: word(paperWords.turnoverInWords), value: inCapitals(sums.turnover) },
      { label: word(paperWords.technologyInWords), value: inCapitals(sums.technology) },
    ],
    office: word(facts.unit ?? ISSUER),
    day,
    date: new Date(`${facts.madeOn}T00:00:00+08:00`),
  }
}
