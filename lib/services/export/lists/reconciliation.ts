import 'server-only'
import { type DecidedFinding, findReconciliation, listFindings } from '@/db/queries/reconciliation'
import type { Actor } from '@/lib/domain/access/actor'
import { openOutcomes, outcomes } from '@/lib/domain/reconcile/compare'
import { decisions } from '@/lib/domain/reconcile/decision'
import { periodWords } from '@/lib/domain/reconcile/period'
import {
  figureLines,
  monthsOf,
  reconciliationStates,
  signatureStates,
} from '@/lib/domain/statement/statement'
import type { Words } from '@/lib/domain/words'
import { type ReconciliationLine, reconciliationLines } from '../../reconcile/read'
import type { XlsxCell } from '../../spreadsheet/xlsx'
import { type MonthStatement, statementsIn } from '../../statement/read'
import {
  byPage,
  count,
  type ListColumn,
  type ListFile,
  listFile,
  moment,
  moneyCell,
  text,
  unitName,
  worded,
} from '../list-file'

/** Files of the national system that were held against the register. */
export const reconciliationList = (actor: Actor): ListFile =>
  listFile<ReconciliationLine>({
    title: { zh: '对账记录', en: 'Reconciliations' },
    columns: [
      text('期间', 'Period', ({ period }) => period, 10),
      unitName('登记单位', 'Unit', ({ unit }) => unit),
      text('文件', 'File', ({ fileName }) => fileName, 36),
      count('一致', 'The same', ({ counts }) => counts.same.count),
      ...openOutcomes.map((outcome) =>
        count<ReconciliationLine>(
          outcomes[outcome].zh,
          outcomes[outcome].en,
          ({ counts }) => counts[outcome].count,
        ),
      ),
      count('待处理', 'Undecided', ({ counts }) =>
        openOutcomes.reduce((sum, outcome) => sum + counts[outcome].undecided, 0),
      ),
      text('上传人', 'Uploaded by', ({ uploader }) => uploader, 12),
      moment('上传时间', 'Uploaded at', ({ uploadedAt }) => uploadedAt),
    ],
    batches: (tx) => byPage(({ limit, offset }) => reconciliationLines(tx, actor, limit, offset)),
  })

type DifferenceRow = Omit<DecidedFinding, 'differences'> & {
  difference: DecidedFinding['differences'][number] | null
}

/** Every difference of a file, a line for each field, with what was decided of it. */
export const differenceList = (actor: Actor, id: string): ListFile =>
  listFile<DifferenceRow>({
    title: { zh: '对账差异', en: 'Differences' },
    columns: [
      worded('结果', 'Finding', ({ outcome }) => outcomes[outcome], 14),
      unitName('登记单位', 'Unit', ({ unit }) => unit),
      text('登记编号', 'Registration number', ({ number }) => number),
      text('合同名称', 'Contract', ({ title }) => title.name, 36),
      text('卖方', 'Seller', ({ title }) => title.seller, 28),
      text('买方', 'Buyer', ({ title }) => title.buyer, 28),
      count('文件行号', 'Row of the file', ({ row }) => row),
      worded('栏目', 'Field', ({ difference }) => difference?.label, 20),
      worded('本库', 'Register', ({ difference }) => difference?.before, 28),
      worded('全国系统', 'National system', ({ difference }) => difference?.after, 28),
      worded('无法读取的原因', 'Why not readable', ({ issues }) => issues[0]?.message, 30),
      worded('处理意见', 'Decision', ({ decided }) => decided && decisions[decided.decision], 14),
      text('说明', 'Reason', ({ decided }) => decided?.text, 30),
      text('处理人', 'Decided by', ({ decided }) => decided?.by, 12),
      moment('处理时间', 'Decided at', ({ decided }) => decided?.at),
    ],
    batches: async function* (tx) {
      if (!(await findReconciliation(tx, actor, id))) return
      const found = byPage((page) => listFindings(tx, id, { outcomes: openOutcomes, open: false, ...page }))
      for await (const rows of found) {
        yield rows.flatMap(({ differences, ...one }): DifferenceRow[] =>
          differences.length > 0
            ? differences.map((difference) => ({ ...one, difference }))
            : [{ ...one, difference: null }],
        )
      }
    },
  })

/** A year of monthly statements, a row for each unit and month. */
export const statementList = (actor: Actor, year: number, unit: string | null): ListFile =>
  listFile<MonthStatement>({
    title: { zh: `${year}年月报表`, en: `Monthly statements ${year}` },
    columns: [
      unitName('登记单位', 'Unit', ({ content }) => content.unit),
      text('月份', 'Month', ({ content }) => content.month, 10),
      worded('签署', 'Signature', ({ state }) => signatureStates[state], 14),
      text('签署人', 'Signed by', ({ signature }) => signature?.signedBy, 12),
      moment('签署时间', 'Signed at', ({ signature }) => signature?.signedAt),
      worded(
        '对账',
        'Reconciliation',
        ({ content }) => reconciliationStates[content.reconciliation.state],
        16,
      ),
      ...figureLines.map(
        ({ id, words, kind }): ListColumn<MonthStatement> => ({
          heading: kind === 'money' ? { zh: `${words.zh}（元）`, en: `${words.en} (yuan)` } : words,
          width: 18,
          cell: ({ content }) => figureCell(content.figures[id] ?? '0', kind),
        }),
      ),
    ],
    batches: async function* (tx) {
      const units = await statementsIn(tx, actor, year, unit)
      for (const months of units.values()) {
        yield [...months.values()].filter(({ state }) => state !== 'ahead')
      }
    },
  })

const figureCell = (value: string, kind: 'count' | 'money'): XlsxCell =>
  kind === 'money' ? moneyCell(BigInt(value)) : { count: value }

interface StatementLine {
  words: Words
  value: XlsxCell | Words
}

/** The statement of one unit and month, a row for each of its figures. */
export const statementFile = (actor: Actor, unit: string, month: string): ListFile =>
  listFile<StatementLine>({
    title: { zh: `月报表-${unit}-${month}`, en: `Statement-${unit}-${month}` },
    columns: [
      worded('项目', 'Figure', ({ words }) => words, 40),
      {
        heading: { zh: '数值', en: 'Value' },
        width: 24,
        cell: ({ value }, { locale }) =>
          value !== null && typeof value === 'object' && 'zh' in value
            ? locale.startsWith('en')
              ? value.en
              : value.zh
            : value,
      },
    ],
    batches: async function* (tx) {
      if (!monthsOf(Number(month.slice(0, 4))).includes(month)) return
      const found = (await statementsIn(tx, actor, Number(month.slice(0, 4)), unit)).get(unit)?.get(month)
      if (!found) return
      const { content, state, signature, hash } = found
      yield [
        { words: { zh: '登记单位', en: 'Unit' }, value: unit },
        { words: { zh: '月份', en: 'Month' }, value: periodWords(month) },
        ...figureLines.map(({ id, words, kind }) => ({
          words: kind === 'money' ? { zh: `${words.zh}（元）`, en: `${words.en} (yuan)` } : words,
          value: figureCell(content.figures[id] ?? '0', kind),
        })),
        {
          words: { zh: '与全国系统对账', en: 'Reconciliation' },
          value: reconciliationStates[content.reconciliation.state],
        },
        { words: { zh: '签署', en: 'Signature' }, value: signatureStates[state] },
        { words: { zh: '签署人', en: 'Signed by' }, value: signature?.signedBy ?? null },
        {
          words: { zh: '签署时间', en: 'Signed at' },
          value: signature ? { moment: signature.signedAt.toISOString() } : null,
        },
        { words: { zh: '校验值', en: 'Hash' }, value: signature?.hash ?? hash },
      ]
    },
  })
