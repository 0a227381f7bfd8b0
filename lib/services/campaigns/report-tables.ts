import 'server-only'
import { answers, findingStatuses } from '@/lib/domain/audit/finding'
import type { CampaignReport } from '@/lib/domain/audit/report'
import { findingWords, ruleWords } from '@/lib/domain/audit/shown-finding'
import { codeWords } from '@/lib/domain/contract/code-lists'
import { requestKinds, requestStatuses } from '@/lib/domain/request/kinds'
import { say } from '@/lib/domain/words'
import type { ReportTable } from '../documents/report-table'
import { type ListColumn, text, unitName, worded } from '../export/list-file'
import type { ToldFinding } from './read'

type Say = (zh: string, en: string) => string

const sayIn =
  (locale: string): Say =>
  (zh, en) =>
    say({ zh, en }, locale)

const unitWords = (code: string, locale: string) => say(codeWords('unit', code), locale)

const percent = (share: number): string => `${(share * 100).toFixed(1)}%`

/** The figures of a self-audit, one a row. */
export function summaryTable(report: CampaignReport, locale: string): ReportTable {
  const it = sayIn(locale)
  const { errorRate } = report
  return {
    title: it('概况', 'Summary'),
    columns: [
      { heading: it('项目', 'Figure'), width: 40 },
      { heading: it('数量', 'Count'), width: 20, numeric: true },
    ],
    rows: [
      [it('自查合同（份）', 'Contracts checked'), report.checked],
      [it('抽样核对（份）', 'Contracts sampled'), report.sampled],
      [it('发现问题（项）', 'Findings'), report.findings],
      [it('发现问题的合同（份）', 'Contracts flagged'), report.flagged],
      [it('核定无误（项）', 'Findings without error'), report.noError],
      [it('更正（份）', 'Contracts corrected'), report.corrected],
      [it('撤销（份）', 'Contracts revoked'), report.revoked],
      ...(errorRate
        ? [
            [it('随机抽取（份）', 'Drawn at random'), errorRate.drawn],
            [it('其中有误（份）', 'Of these wrong'), errorRate.wrong],
            [it('抽样差错率', 'Error rate'), percent(errorRate.rate)],
            [it('95% 置信区间', '95% interval'), `${percent(errorRate.low)}–${percent(errorRate.high)}`],
          ]
        : []),
    ],
  }
}

export function unitTable(report: CampaignReport, locale: string): ReportTable {
  const it = sayIn(locale)
  const count = (zh: string, en: string) => ({ heading: it(zh, en), width: 14, numeric: true as const })
  const row = (name: string, one: Omit<CampaignReport['byUnit'][number], 'unit'>) => [
    name,
    one.checked,
    one.findings,
    one.flagged,
    one.noError,
    one.corrected,
    one.revoked,
  ]
  return {
    title: it('按登记机构', 'By office'),
    columns: [
      { heading: it('登记机构', 'Office'), width: 24 },
      count('自查合同', 'Checked'),
      count('问题', 'Findings'),
      count('发现问题的合同', 'Flagged'),
      count('无误', 'No error'),
      count('更正', 'Corrected'),
      count('撤销', 'Revoked'),
    ],
    rows: [
      ...report.byUnit.map((one) => row(unitWords(one.unit, locale), one)),
      row(it('合计', 'Total'), report),
    ],
  }
}

export function ruleTable(report: CampaignReport, locale: string): ReportTable {
  const it = sayIn(locale)
  const count = (zh: string, en: string) => ({ heading: it(zh, en), width: 12, numeric: true as const })
  return {
    title: it('按规则', 'By rule'),
    columns: [
      { heading: it('编号', 'Rule'), width: 14 },
      { heading: it('规则', 'Title'), width: 50 },
      count('问题', 'Findings'),
      count('无误', 'No error'),
      count('确认有误', 'Confirmed'),
    ],
    rows: report.byRule.map(({ rule, findings, noError, confirmed }) => [
      rule,
      say(ruleWords(rule), locale),
      findings,
      noError,
      confirmed,
    ]),
  }
}

/** The list of findings: one declaration for the report of a self-audit and for the list's own file. */
export const findingColumns: readonly ListColumn<ToldFinding>[] = [
  unitName('登记机构', 'Office', ({ unit }) => unit),
  text('合同编号', 'Contract', ({ number }) => number),
  text('合同名称', 'Name', ({ name }) => name, 30),
  worded('规则', 'Rule', ({ rule }) => ruleWords(rule), 22),
  worded('发现的问题', 'Finding', (one) => findingWords(one, one.sampled), 44),
  worded('状态', 'State', ({ status }) => findingStatuses[status], 12),
  worded('答复', 'Answer', ({ answer }) => answer && answers[answer].words, 10),
  text('说明', 'Explanation', ({ explanation }) => explanation, 30),
  worded('核定结果', 'Outcome', ({ outcome }) => outcome && answers[outcome].words, 12),
  worded(
    '后续申请',
    'Request',
    ({ following }) => {
      if (!following) return null
      const [kind, status] = [requestKinds[following.kind].words, requestStatuses[following.status]]
      return {
        zh: `${following.number} ${kind.zh} ${status.zh}`,
        en: `${following.number} ${kind.en} ${status.en}`,
      }
    },
    24,
  ),
]

export function findingTable(findings: readonly ToldFinding[], locale: string): ReportTable {
  const speech = { locale, unit: (code: string | null) => (code ? unitWords(code, locale) : '') }
  return {
    title: sayIn(locale)('问题清单', 'Findings'),
    columns: findingColumns.map(({ heading, width }) => ({ heading: say(heading, locale), width })),
    rows: findings.map((one) =>
      findingColumns.map(({ cell }) => {
        const value = cell(one, speech)
        return typeof value === 'string' ? value : null
      }),
    ),
  }
}
