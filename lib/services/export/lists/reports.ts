import 'server-only'
import { readYields } from '@/db/queries/findings'
import { readRows } from '@/db/queries/import-rows'
import { findBatch } from '@/db/queries/imports'
import type { Actor } from '@/lib/domain/access/actor'
import { type Erratum, reasonWords } from '@/lib/domain/edition/errata'
import { type Verdict, verdictNames, verdicts } from '@/lib/domain/import/batch'
import { problemWords } from '@/lib/domain/problem-words'
import { plain, type Said } from '@/lib/domain/report/spans'
import type { Words } from '@/lib/domain/words'
import { kindOf } from '@/lib/domain/work-records/kinds'
import { type ShownRow, shownRows } from '../../import/read'
import type { RegisterLine } from '../../work-records/list'
import { behind, count, type ListFile, listFile, ready, text, worded } from '../list-file'

const said = (one: Said | null): Words | null => one && { zh: plain(one.zh), en: plain(one.en) }

const listed = (parts: readonly Words[]): Words => ({
  zh: parts.map(({ zh }) => zh).join('；'),
  en: parts.map(({ en }) => en).join('; '),
})

/** Every place of a report that says something else since its edition was printed; of contracts those within reach. */
export const sincePrintList = (
  { unit }: Actor,
  { year, number, places }: { year: number; number: number; places: readonly Erratum[] },
): ListFile =>
  listFile<Erratum>({
    title: { zh: `${year}年年报第${number}版发布后变动`, en: `Since edition ${number} of ${year}` },
    columns: [
      worded('位置', 'Place', ({ where }) => where, 30),
      worded('原为', 'Was', ({ old }) => said(old), 50),
      worded('现为', 'Is', (one) => said(one.new), 50),
      worded(
        '原因',
        'Cause',
        ({ reasons }) =>
          listed(
            reasons.map(({ cause, contracts }) => {
              const { zh, en } = reasonWords(cause)
              const n = contracts.length
              return n === 0 ? { zh, en } : { zh: `${zh} ${n} 项`, en: `${en}: ${n}` }
            }),
          ),
        24,
      ),
      text(
        '合同',
        'Contracts',
        ({ reasons }) =>
          reasons
            .flatMap(({ contracts }) => contracts)
            .filter((one) => unit === null || one.unit === unit)
            .map((one) => one.number)
            .join(' '),
        40,
      ),
    ],
    batches: () => ready(places),
  })

type Yield = Awaited<ReturnType<typeof readYields>>[number]

/** How often a rule was right, self-audit by self-audit. */
export const yieldList = (rule: string): ListFile =>
  listFile<Yield>({
    title: { zh: `规则${rule}核定情况`, en: `Yield of rule ${rule}` },
    columns: [
      text('自查编号', 'Self-audit', ({ number }) => number, 16),
      text('统计年度', 'Year', ({ year }) => String(year), 10),
      count('已核定', 'Settled', ({ settled }) => settled),
      count('确有问题', 'Confirmed', ({ confirmed }) => confirmed),
    ],
    batches: async function* (tx) {
      yield await readYields(tx, rule)
    },
  })

/** The registers of work and what waits in each. */
export const registerList = (year: number, registers: readonly RegisterLine[]): ListFile =>
  listFile<RegisterLine>({
    title: { zh: '工作台账', en: 'Registers of work' },
    columns: [
      worded('台账', 'Register', ({ kind }) => kindOf(kind).words, 24),
      count('待确认', 'To be confirmed', ({ waiting }) => waiting),
      count('未提交', 'Not handed in', ({ open }) => open),
      count(`${year}年已确认`, `Confirmed of ${year}`, ({ confirmed }) => confirmed),
    ],
    batches: () => ready(registers),
  })

type JudgedRow = ShownRow & { verdict: Verdict }

const outcomes: Record<string, Words> = {
  written: { zh: '已导入', en: 'Imported' },
  applied: { zh: '已修改', en: 'Changed' },
  asked: { zh: '已提出申请', en: 'Request made' },
  undone: { zh: '已撤销', en: 'Taken back' },
  met: { zh: '导入前已有', en: 'There already' },
}

/** The rows of an import with what was found of each and what came of it, of one verdict or of all. */
export const importRowList = (actor: Actor, id: string, verdict: Verdict | undefined): ListFile =>
  listFile<JudgedRow>({
    title: { zh: '导入核对结果', en: 'Rows of an import' },
    columns: [
      count('文件行号', 'Row of the file', ({ row }) => row),
      worded('核对结果', 'Finding', (one) => verdicts[one.verdict], 18),
      text('合同名称', 'Contract', ({ title }) => title.name, 36),
      text('卖方', 'Seller', ({ title }) => title.seller, 28),
      text('买方', 'Buyer', ({ title }) => title.buyer, 28),
      worded(
        '不能导入的原因',
        'Why not importable',
        ({ issues }) => listed(issues.map((one) => one.message)),
        50,
      ),
      worded('不同之处', 'Differences', ({ differences }) => listed(differences.map(differenceWords)), 50),
      text('登记编号', 'Registration number', ({ met }) => met?.number),
      worded('结果', 'Outcome', ({ outcome, refusal }) =>
        refusal ? problemWords(refusal) : outcomes[outcome ?? ''],
      ),
    ],
    batches: async function* (tx) {
      if (!(await findBatch(tx, actor, id))) return
      for (const of of verdict === undefined ? verdictNames : [verdict]) {
        const pages = behind(
          (after: number | undefined, limit) =>
            readRows(tx, id, of, { ...(after !== undefined && { after }), limit }),
          ({ row }) => row,
        )
        for await (const rows of pages) {
          yield (await shownRows(tx, actor, rows)).map((row) => ({ ...row, verdict: of }))
        }
      }
    },
  })

function differenceWords({ label, before, after }: ShownRow['differences'][number]): Words {
  const none: Words = { zh: '空', en: 'empty' }
  const [was, is] = [before ?? none, after ?? none]
  return { zh: `${label.zh}：${was.zh} → ${is.zh}`, en: `${label.en}: ${was.en} → ${is.en}` }
}
