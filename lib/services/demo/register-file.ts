import 'server-only'
import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { type CodeListName, findCode } from '@/lib/domain/contract/code-lists'
import type { Content, Party } from '@/lib/domain/contract/content'
import { parseYuan } from '@/lib/domain/money'
import { dataFile } from './data-file'

/** One contract of a register file: what the office enters, and when the story's people act on it. */
export interface StoryContract {
  /** Registration number: the story gives them in the order of the file. */
  number: string
  unit: string
  /** As it stands in the end. */
  content: Content
  /** As it was registered, where the self-audit corrected it later. */
  first?: Content
  submittedOn: string
  decidedOn: string
  /** Found in the self-audit not to belong on the register. */
  revoked: boolean
}

type Row = Record<string, string>

/** Reads a register file of the demo (synthetic contracts whose totals equal the printed report). */
export function readRegister(name: string): StoryContract[] {
  const before = wrongValues()
  return rowsOf(name).map((row) => {
    const number = cell(row, '合同登记编号')
    const wrong = before.get(number)
    return {
      number,
      unit: cell(row, '统计单位代码'),
      content: contentOf(row),
      ...(wrong && { first: contentOf({ ...row, ...wrong }) }),
      submittedOn: cell(row, '受理日期'),
      decidedOn: cell(row, '登记日期'),
      revoked: cell(row, '登记状态') !== '已登记',
    }
  })
}

/** Why each contract was corrected, as the self-audit said it, by registration number. */
export const correctionReasons = (): Map<string, string> =>
  new Map(rowsOf('corrections-2024.csv').map((row) => [cell(row, '合同登记编号'), cell(row, '更正原因')]))

/** Why each contract was revoked, by registration number. */
export const revocationReasons = (): Map<string, string> =>
  new Map(rowsOf('revocations.csv').map((row) => [cell(row, '合同登记编号'), cell(row, '撤销原因')]))

/** What the corrected contracts said before, by registration number and heading. */
function wrongValues(): Map<string, Row> {
  const wrong = new Map<string, Row>()
  for (const row of rowsOf('corrections-2024.csv')) {
    const number = cell(row, '合同登记编号')
    wrong.set(number, { ...wrong.get(number), [cell(row, '字段')]: cell(row, '更正前') })
  }
  return wrong
}

const rowsOf = (name: string): Row[] =>
  parse(readFileSync(dataFile(name)), { columns: true, bom: true }) as Row[]

function contentOf(row: Row): Content {
  const name = cell(row, '合同名称')
  const plan = code('planSource', cell(row, '计划来源'))
  return {
    name,
    subtype: code('contractType', cell(row, '合同子类别')),
    registrantRole: cell(row, '合同子类别') === '技术中介' ? '3' : '1',
    language: 'zh',
    form: '2',
    summary: summaryOf(name, cell(row, '技术领域'), cell(row, '买方名称')),
    isSecret: false,
    seller: sellerOf(row),
    buyer: buyerOf(row),
    turnover: yuan(cell(row, '合同成交额（元）')),
    technology: yuan(cell(row, '技术交易额（元）')),
    ...costsOf(row),
    taxIncluded: true,
    currency: 'CNY',
    payMethod: code('payMethod', cell(row, '支付方式')),
    techField: code('techField', cell(row, '技术领域')),
    goal: code('socioGoal', cell(row, '社会经济目标')),
    planSource: plan,
    ...(plan !== '9' && { planName: `${name}（立项）`, planNumber: cell(row, '计划项目编号') }),
    intellectualProperty: [code('ipKind', cell(row, '知识产权类别'))],
    ...(cell(row, '合同类别') === '技术许可' && { licenceMode: '3' }),
    isRelated: cell(row, '是否关联交易') === '是',
    ...(cell(row, '是否关联交易') === '是' && { relation: '双方受同一国有资本运营平台控制' }),
    trade: code('trade', cell(row, '技术进出口')),
    signDate: cell(row, '合同签订日期'),
    effectiveDate: cell(row, '合同生效日期'),
    endDate: cell(row, '合同终止日期'),
  }
}

const sellerOf = (row: Row): Party => ({
  name: cell(row, '卖方名称'),
  country: '142',
  code: cell(row, '卖方统一社会信用代码'),
  kind: code('partyKind', cell(row, '卖方性质')),
  ...(row.卖方所有制 && { ownership: code('ownership', row.卖方所有制) }),
  region: cell(row, '卖方行政区划代码'),
  isCorps: true,
  unit: cell(row, '统计单位代码'),
})

function buyerOf(row: Row): Party {
  const kind = code('partyKind', cell(row, '买方性质'))
  return {
    name: cell(row, '买方名称'),
    country: code('country', cell(row, '买方国别')),
    code: cell(row, '买方统一社会信用代码'),
    kind,
    // The files give no ownership for buyers; the kind tells it well enough for a story.
    ...(/^[123]/.test(kind) && { ownership: kind === '170' ? '2' : '1' }),
    region: cell(row, '买方行政区划代码'),
    isCorps: cell(row, '买方是否兵团单位') === '是',
  }
}

function costsOf(row: Row): Pick<Content, 'nonTechnical'> {
  const rest = yuan(cell(row, '合同成交额（元）')) - yuan(cell(row, '技术交易额（元）'))
  return rest > 0n ? { nonTechnical: [{ what: '仪器设备及原材料购置费', amount: rest }] } : {}
}

const summaryOf = (name: string, field: string, buyer: string) =>
  `围绕“${name}”，针对${buyer}在${field}方面的实际技术问题，开展方案设计、试验验证与应用指导，形成技术报告、操作规程和可考核的性能指标，并约定验收方法与成果归属。`

function code(list: CodeListName, label: string): string {
  const found = findCode(list, label)
  if (!found) throw new Error(`${label} is not on the list ${list}`)
  return found.code
}

function yuan(text: string): bigint {
  const fen = parseYuan(text)
  if (fen === null) throw new Error(`${text} is not an amount`)
  return fen
}

function cell(row: Row, heading: string): string {
  const value = row[heading]
  if (value === undefined) throw new Error(`The register file has no column ${heading}`)
  return value
}
