import { z } from 'zod'
import { codeList } from '../contract/code-lists'
import type { Words } from '../words'

/** The types of contract that a statement parts technology turnover by. */
const types = codeList('contractType').filter(({ parent }) => parent === undefined)

export type FigureKind = 'count' | 'money'

export interface FigureLine {
  id: string
  words: Words
  kind: FigureKind
}

/** What is done to contracts in a month, each counted. */
const acts = {
  approve: { zh: '本月登记', en: 'Registered in the month' },
  import: { zh: '本月补录（已登记）', en: 'Entered as registered in the month' },
  correct: { zh: '本月更正', en: 'Corrected in the month' },
  change: { zh: '本月变更', en: 'Changed in the month' },
  cancel: { zh: '本月注销', en: 'Cancelled in the month' },
  revoke: { zh: '本月撤销', en: 'Revoked in the month' },
} as const satisfies Record<string, Words>

/** THE LINES OF A MONTHLY STATEMENT in their order: the contracts registered on a day of the month, as they stand, and the acts. */
export const figureLines: readonly FigureLine[] = [
  { id: 'contracts', words: { zh: '登记合同数', en: 'Contracts' }, kind: 'count' },
  { id: 'turnover', words: { zh: '合同成交额', en: 'Turnover' }, kind: 'money' },
  { id: 'technology', words: { zh: '技术交易额', en: 'Technology turnover' }, kind: 'money' },
  ...types.flatMap(({ code, words }): FigureLine[] => [
    {
      id: `type.${code}.contracts`,
      words: { zh: `${words.zh}：合同数`, en: `${words.en}: contracts` },
      kind: 'count',
    },
    {
      id: `type.${code}.turnover`,
      words: { zh: `${words.zh}：成交额`, en: `${words.en}: turnover` },
      kind: 'money',
    },
    {
      id: `type.${code}.technology`,
      words: { zh: `${words.zh}：技术交易额`, en: `${words.en}: technology turnover` },
      kind: 'money',
    },
  ]),
  ...Object.entries(acts).map(([id, words]): FigureLine => ({ id: `act.${id}`, words, kind: 'count' })),
]

export const reconciliationStates = {
  none: { zh: '未对账', en: 'Not reconciled' },
  open: { zh: '有差异未处理', en: 'Differences undecided' },
  settled: { zh: '已对账', en: 'Reconciled' },
} as const satisfies Record<string, Words>

export type ReconciliationState = keyof typeof reconciliationStates

const whole = z.string().regex(/^-?\d{1,20}$/)

/** What an office signs: whose month, its figures (counts, and fen), and how the month's reconciliation stands. */
export const statementSchema = z.strictObject({
  unit: z.string().max(10),
  month: z.string().max(7),
  figures: z.record(z.string().max(60), whole),
  reconciliation: z.strictObject({
    state: z.enum(Object.keys(reconciliationStates) as [ReconciliationState]),
    differing: z.int(),
    undecided: z.int(),
  }),
})

export type StatementContent = z.output<typeof statementSchema>

/** Sums of a type in a month, in fen. */
export interface TypeSums {
  type: string
  contracts: bigint
  turnover: bigint
  technology: bigint
}

export interface MonthFacts {
  byType: readonly TypeSums[]
  /** Acts by what they are. */
  acts: Readonly<Record<string, number>>
  /** The latest reconciliation of the month; null where there is none. */
  reconciliation: { differing: number; undecided: number } | null
}

/** The statement of a unit and month from what is known of it now. */
export function statementOf(unit: string, month: string, facts: MonthFacts): StatementContent {
  const sum = (of: 'contracts' | 'turnover' | 'technology', type?: string) =>
    facts.byType
      .filter((one) => type === undefined || one.type === type)
      .reduce((total, one) => total + one[of], 0n)
  const figures = Object.fromEntries(
    figureLines.map(({ id }) => {
      const [kind = '', name = '', of = ''] = id.split('.')
      const value =
        kind === 'act'
          ? BigInt(facts.acts[name] ?? 0)
          : kind === 'type'
            ? sum(of as 'contracts', name)
            : sum(kind as 'contracts')
      return [id, String(value)]
    }),
  )
  const { differing = 0, undecided = 0 } = facts.reconciliation ?? {}
  const state = facts.reconciliation === null ? 'none' : undecided > 0 ? 'open' : 'settled'
  return { unit, month, figures, reconciliation: { state, differing, undecided } }
}

/** The content as it is hashed: its keys in one order, whoever kept it. */
export function canonical(content: StatementContent): string {
  const sorted = (value: unknown): unknown =>
    typeof value !== 'object' || value === null
      ? value
      : Object.fromEntries(
          Object.entries(value)
            .sort(([a], [b]) => (a < b ? -1 : 1))
            .map(([key, inner]) => [key, sorted(inner)]),
        )
  return JSON.stringify(sorted(content))
}

/** A line that says something else now than when it was signed. */
export interface Moved {
  line: FigureLine
  before: string
  after: string
}

export interface MovedSince {
  figures: Moved[]
  /** Before and after, where the reconciliation stands otherwise. */
  reconciliation: [StatementContent['reconciliation'], StatementContent['reconciliation']] | null
}

/** What moved since a statement was signed. A line that one of the two does not have counts as nothing there. */
export function movedSince(signed: StatementContent, now: StatementContent): MovedSince {
  const [a, b] = [signed.reconciliation, now.reconciliation]
  const same = a.state === b.state && a.differing === b.differing && a.undecided === b.undecided
  return {
    figures: figureLines.flatMap((line) => {
      const [before, after] = [signed.figures[line.id] ?? '0', now.figures[line.id] ?? '0']
      return before === after ? [] : [{ line, before, after }]
    }),
    reconciliation: same ? null : [a, b],
  }
}

export const signatureStates = {
  signed: { zh: '已签署', en: 'Signed' },
  broken: { zh: '签署后有变动', en: 'Moved since signed' },
  unsigned: { zh: '未签署', en: 'Not signed' },
  ahead: { zh: '未到', en: 'To come' },
} as const satisfies Record<string, Words>

export type SignatureState = keyof typeof signatureStates

/** Whether a month has begun, and what its last signature is worth. */
export function signatureState(
  month: string,
  today: string,
  signedHash: string | null,
  hash: string,
): SignatureState {
  if (month > today.slice(0, 7)) return 'ahead'
  if (signedHash === null) return 'unsigned'
  return signedHash === hash ? 'signed' : 'broken'
}

/** The months of a year. */
export const monthsOf = (year: number): string[] =>
  Array.from({ length: 12 }, (_, at) => `${year}-${String(at + 1).padStart(2, '0')}`)
