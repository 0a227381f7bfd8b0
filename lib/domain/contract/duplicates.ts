import { differInSeries, normalise, similarity } from '../text/similarity'
import { daysBetween } from '../time/dates'
import type { Words } from '../words'

/** What is compared of a contract. A draft may not know everything yet. */
export interface DuplicateRecord {
  sellerCode: string | null
  sellerName: string
  buyerCode: string | null
  buyerName: string
  name: string
  /** fen */
  turnover: bigint | null
  signDate: string | null
}

export type EvidenceKind =
  | 'exact'
  | 'sameParties'
  | 'similarParties'
  | 'swappedParties'
  | 'sameAmount'
  | 'nearAmount'
  | 'unitSlip'
  | 'sameDate'
  | 'nearDate'
  | 'sameName'
  | 'similarName'

export interface Evidence {
  kind: EvidenceKind
  words: Words
}

export interface ProbableDuplicate {
  /** 0 to 1; 1 only for an exact duplicate. */
  score: number
  /** Rule Q13: same parties, amount, signing date and name. It blocks; anything less warns (Q14). */
  exact: boolean
  evidence: Evidence[]
}

/** Likeness in one respect, 0 to 1, and the reason for it where there is one to show. */
interface Likeness {
  value: number
  evidence?: Evidence
}

const THRESHOLD = 0.75
const UNKNOWN: Likeness = { value: 0.5 }
const LONGEST_GAP = 90

const likeness = (value: number, kind: EvidenceKind, zh: string, en: string): Likeness => ({
  value,
  evidence: { kind, words: { zh, en } },
})

const SAME_PARTIES = likeness(1, 'sameParties', '买卖双方相同', 'Same seller and buyer')

/** Codes decide where both are known; a name decides otherwise, or where it is the same under a mistyped code. */
function party(codeA: string | null, nameA: string, codeB: string | null, nameB: string): number {
  if (codeA && codeB && codeA === codeB) return 1
  if (normalise(nameA) !== '' && normalise(nameA) === normalise(nameB)) return 0.95
  if ((codeA && codeB) || differInSeries(nameA, nameB)) return 0
  const alike = similarity(nameA, nameB)
  return alike >= 0.8 ? 0.85 + alike / 10 : 0
}

function compareParties(a: DuplicateRecord, b: DuplicateRecord): Likeness {
  const straight =
    party(a.sellerCode, a.sellerName, b.sellerCode, b.sellerName) *
    party(a.buyerCode, a.buyerName, b.buyerCode, b.buyerName)
  const swapped =
    party(a.sellerCode, a.sellerName, b.buyerCode, b.buyerName) *
    party(a.buyerCode, a.buyerName, b.sellerCode, b.sellerName)
  if (swapped > straight)
    return likeness(swapped * 0.95, 'swappedParties', '买卖双方互换', 'Seller and buyer swapped')
  if (straight === 1) return SAME_PARTIES
  return likeness(straight, 'similarParties', '买卖双方名称相同或相近', 'Seller and buyer alike by name')
}

/** How two turnovers stand to each other; `slip` is ten thousand times apart, as 元 and 万元 are. */
export const amountLevels = ['same', 'within1', 'within5', 'slip', 'within50', 'far', 'unknown'] as const
export type AmountLevel = (typeof amountLevels)[number]

export function amountLevel(a: bigint | null, b: bigint | null): AmountLevel {
  if (a === null || b === null) return 'unknown'
  if (a === b) return 'same'
  const [less, more] = a < b ? [a, b] : [b, a]
  if ((more - less) * 100n <= more) return 'within1'
  if ((more - less) * 20n <= more) return 'within5'
  if (more >= less * 9_900n && more <= less * 10_100n) return 'slip'
  return more < less * 2n ? 'within50' : 'far'
}

const amountLikeness: Record<AmountLevel, Likeness> = {
  same: likeness(1, 'sameAmount', '成交额相同', 'Same turnover'),
  within1: likeness(0.9, 'nearAmount', '成交额相差不超过1%', 'Turnover within 1 %'),
  within5: likeness(0.6, 'nearAmount', '成交额相差不超过5%', 'Turnover within 5 %'),
  slip: likeness(
    0.8,
    'unitSlip',
    '成交额恰相差一万倍，疑似元与万元混淆',
    'Turnover ten thousand times apart',
  ),
  within50: { value: 0.3 },
  far: { value: 0 },
  unknown: UNKNOWN,
}

function compareDates(a: string | null, b: string | null): Likeness | null {
  return a === null || b === null ? UNKNOWN : dateLikeness(Math.abs(daysBetween(a, b)))
}

function dateLikeness(days: number): Likeness | null {
  if (days > LONGEST_GAP) return null
  if (days === 0) return likeness(1, 'sameDate', '签订日期相同', 'Signed on the same day')
  const english = `Signed ${days} ${days === 1 ? 'day' : 'days'} apart`
  return likeness(
    days <= 30 ? 1 - days / 75 : 0.6 * (1 - days / LONGEST_GAP),
    'nearDate',
    `签订日期相差${days}天`,
    english,
  )
}

const compareNames = (a: string, b: string): Likeness =>
  nameLikeness(similarity(a, b), differInSeries(a, b), normalise(a) !== '' && normalise(a) === normalise(b))

function nameLikeness(alike: number, differ: boolean, same: boolean): Likeness {
  if (same) return likeness(1, 'sameName', '合同名称相同', 'Same name')
  if (differ) return { value: Math.min(alike, 0.3) }
  if (alike < 0.5) return { value: alike }
  const share = Math.floor(alike * 100)
  return likeness(alike, 'similarName', `合同名称相似度${share}%`, `Names ${share} % alike`)
}

/**
 * Whether two contracts are probably one, and why; null where they are not.
 * Both parties must match, and the signing dates must lie within 90 days; then name (40 %), amount (35 %) and date (25 %)
 * weigh together. Everything within rule Q14 (same pair, amount ±1 %, dates ±30 days, name likeness ≥ 0.85) scores at
 * least 0.80; the threshold of 0.75 also catches a reworded name, a slip between 元 and 万元, or swapped parties where
 * the rest agrees. Names that differ in their series number (一期, 二期) speak against it.
 */
export function compareContracts(a: DuplicateRecord, b: DuplicateRecord): ProbableDuplicate | null {
  const dates = compareDates(a.signDate, b.signDate)
  if (dates === null) return null
  const parties = compareParties(a, b)
  if (parties.value === 0) return null
  const amounts = amountLikeness[amountLevel(a.turnover, b.turnover)]
  return weigh(parties, compareNames(a.name, b.name), amounts, dates)
}

/** What another office may learn of a contract like its own: how far the two agree, and nothing it says. */
export interface Agreement {
  parties: 'same' | 'alike' | 'swapped'
  amounts: AmountLevel
  /** Days between the signing dates. */
  days: number
  /** Likeness of the names, 0 to 1; whether they are the same but for spaces and marks; whether numbers in them differ. */
  nameLikeness: number
  sameName: boolean
  differInSeries: boolean
}

const agreedParties: Record<Agreement['parties'], Likeness> = {
  same: SAME_PARTIES,
  alike: likeness(0.95, 'similarParties', '买卖双方名称相同或相近', 'Seller and buyer alike by name'),
  swapped: likeness(0.95, 'swappedParties', '买卖双方互换', 'Seller and buyer swapped'),
}

/** The same judgement as {@link compareContracts}, from the agreement that the database found. */
export function judgeAgreement(found: Agreement): ProbableDuplicate | null {
  const dates = dateLikeness(found.days)
  if (dates === null) return null
  const names = nameLikeness(found.nameLikeness, found.differInSeries, found.sameName)
  return weigh(agreedParties[found.parties], names, amountLikeness[found.amounts], dates)
}

function weigh(
  parties: Likeness,
  names: Likeness,
  amounts: Likeness,
  dates: Likeness,
): ProbableDuplicate | null {
  const score = parties.value * (0.4 * names.value + 0.35 * amounts.value + 0.25 * dates.value)
  if (score < THRESHOLD) return null

  const parts = [parties, names, amounts, dates]
  const exact = parts.every((part) => part.value === 1)
  const evidence = parts.flatMap((part) => part.evidence ?? [])
  if (!exact) return { score: Math.min(Math.round(score * 100) / 100, 0.99), exact, evidence }
  const words = {
    zh: '双方、名称、金额、签订日期全部相同',
    en: 'Parties, name, amount and date are all the same',
  }
  return { score: 1, exact, evidence: [{ kind: 'exact', words }, ...evidence] }
}

/** The probable duplicates among candidates, most probable first. */
export function findDuplicates<Candidate extends DuplicateRecord>(
  contract: DuplicateRecord,
  candidates: readonly Candidate[],
): { candidate: Candidate; duplicate: ProbableDuplicate }[] {
  return candidates
    .flatMap((candidate) => {
      const duplicate = compareContracts(contract, candidate)
      return duplicate ? [{ candidate, duplicate }] : []
    })
    .sort((a, b) => b.duplicate.score - a.duplicate.score)
}
