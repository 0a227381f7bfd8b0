import { type Calendar, workingDaysBetween } from '../time/working-days'
import type { Words } from '../words'

/** What the desk knows of a waiting contract when it decides where it stands and why. Days are Asia/Shanghai. */
export interface Waiting {
  id: string
  status: 'submitted' | 'endorsed'
  /** Last day to decide. */
  dueOn: string
  submittedAt: Date
  large: boolean
  disputed: boolean
  /** Warnings the checks gave at submission, each explained by the office. */
  warnings: number
  maybeDuplicate: boolean
  /** The office seeks a tax or other benefit with the registration (涉税). */
  seeksBenefits: boolean
  /** Import, export, or a party abroad (涉外). */
  isForeign: boolean
  /** How often it was returned for correction. */
  returns: number
}

/** Days within which a deadline counts as near, in working days. */
export const NEAR = 3

/** Of the warnings of one contract, so many add to its risk. */
export const MOST_WARNINGS = 3

/**
 * What each signal adds to a contract's risk. The yearly self-check orders 涉税, 大额 and 涉外 contracts looked at first
 * (domain §6); a duplicate or a dispute costs most when it slips through.
 */
export const riskWeights = {
  disputed: 8,
  maybeDuplicate: 6,
  large: 4,
  isForeign: 3,
  warning: 2,
  seeksBenefits: 1,
  returned: 1,
} as const

export function riskOf(one: Omit<Waiting, 'id' | 'status' | 'dueOn' | 'submittedAt'>): number {
  const add = (holds: boolean, weight: number) => (holds ? weight : 0)
  return (
    add(one.disputed, riskWeights.disputed) +
    add(one.maybeDuplicate, riskWeights.maybeDuplicate) +
    add(one.large, riskWeights.large) +
    add(one.isForeign, riskWeights.isForeign) +
    Math.min(one.warnings, MOST_WARNINGS) * riskWeights.warning +
    add(one.seeksBenefits, riskWeights.seeksBenefits) +
    add(one.returns > 0, riskWeights.returned)
  )
}

/** Overdue, due within the near days, or later. */
export type Age = 'overdue' | 'near' | 'later'

/** The desk's day: today, and the last day that counts as near by the working calendar. */
export interface DeskDay {
  today: string
  nearUntil: string
}

export const ageOf = (dueOn: string, { today, nearUntil }: DeskDay): Age =>
  dueOn < today ? 'overdue' : dueOn <= nearUntil ? 'near' : 'later'

const rank: Record<Age, number> = { overdue: 0, near: 1, later: 2 }

/**
 * The order of the desk, the same for everyone: overdue before near before later; within these the riskier first, then
 * the earlier deadline, then the earlier submission. `db/queries/desk.ts` sorts by the same keys.
 */
export const inDeskOrder =
  (day: DeskDay) =>
  (a: Waiting, b: Waiting): number =>
    rank[ageOf(a.dueOn, day)] - rank[ageOf(b.dueOn, day)] ||
    riskOf(b) - riskOf(a) ||
    text(a.dueOn, b.dueOn) ||
    a.submittedAt.getTime() - b.submittedAt.getTime() ||
    text(a.id, b.id)

const text = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

export type ReasonTone = 'bad' | 'waiting' | 'active' | 'quiet'

/** Why a contract stands where it stands, in words. */
export interface StandingReason {
  kind:
    | 'deadline'
    | 'second'
    | 'ownFirst'
    | 'ownHand'
    | 'disputed'
    | 'duplicate'
    | 'large'
    | 'foreign'
    | 'warnings'
    | 'benefits'
    | 'resubmitted'
  tone: ReasonTone
  words: Words
}

/** What hinders the viewer from deciding: they gave the first approval, or had a hand in the content. */
export type Hindrance = 'ownFirst' | 'ownHand' | null

/** The reasons of a row, the weightiest first; the deadline always leads. */
export function reasonsOf(
  one: Waiting,
  { today, calendar, hindrance }: { today: string; calendar: Calendar; hindrance: Hindrance },
): StandingReason[] {
  const when = (holds: boolean, reason: StandingReason) => (holds ? [reason] : [])
  const said = (kind: StandingReason['kind'], tone: ReasonTone, zh: string, en: string): StandingReason => ({
    kind,
    tone,
    words: { zh, en },
  })
  return [
    deadline(one.dueOn, today, calendar),
    ...when(
      one.status === 'endorsed' && hindrance !== 'ownFirst',
      said('second', 'active', '待复核', 'Second approval'),
    ),
    ...when(
      hindrance === 'ownFirst',
      said('ownFirst', 'quiet', '待他人复核（您已初审）', 'Awaits another approver (you gave the first)'),
    ),
    ...when(
      hindrance === 'ownHand',
      said(
        'ownHand',
        'quiet',
        '您录入或修改过，须由他人审核',
        'You entered or edited it; another approver decides',
      ),
    ),
    ...when(one.disputed, said('disputed', 'bad', '争议', 'Disputed')),
    ...when(one.maybeDuplicate, said('duplicate', 'bad', '疑似重复', 'Probable duplicate')),
    ...when(one.large, said('large', 'active', '大额', 'Large')),
    ...when(one.isForeign, said('foreign', 'active', '涉外', 'Foreign')),
    ...when(
      one.warnings > 0,
      said(
        'warnings',
        'waiting',
        `警告 ${one.warnings} 项`,
        one.warnings === 1 ? '1 warning' : `${one.warnings} warnings`,
      ),
    ),
    ...when(one.seeksBenefits, said('benefits', 'quiet', '涉税', 'Benefits sought')),
    ...when(
      one.returns > 0,
      said(
        'resubmitted',
        'quiet',
        one.returns === 1 ? '补正后重新提交' : `第 ${one.returns} 次补正后提交`,
        one.returns === 1 ? 'Resubmitted' : `Resubmitted, ${one.returns} returns`,
      ),
    ),
  ]
}

/** The working-day clock in words: days overdue, the last day, days left. */
export function deadline(dueOn: string, today: string, calendar: Calendar): StandingReason {
  const days = workingDaysBetween(today, dueOn, calendar)
  const is = (tone: ReasonTone, zh: string, en: string): StandingReason => ({
    kind: 'deadline',
    tone,
    words: { zh, en },
  })
  const plural = Math.abs(days) === 1 ? 'working day' : 'working days'
  if (dueOn < today) {
    return days === 0
      ? is('bad', '已逾期', 'Overdue')
      : is('bad', `逾期 ${-days} 个工作日`, `Overdue by ${-days} ${plural}`)
  }
  if (days === 0) return is('waiting', '今日到期', 'Due today')
  return is(days <= NEAR ? 'waiting' : 'quiet', `还剩 ${days} 个工作日`, `${days} ${plural} left`)
}
