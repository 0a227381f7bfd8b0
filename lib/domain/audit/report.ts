import type { Words } from '../words'
import type { Answer } from './finding'
import { type ErrorRate, errorRate, type SampleReason } from './sample'

/** A settled or open finding as the report counts it. */
export interface CountedFinding {
  rule: string
  unit: string
  contract: string | null
  outcome: Answer | null
}

export interface LookedAt {
  contract: string
  unit: string
  sampled: readonly SampleReason[]
}

interface Counts {
  /** Contracts looked at. */
  checked: number
  findings: number
  /** Contracts with at least one finding by a rule or the auditor. */
  flagged: number
  noError: number
  /** Contracts, each once, however many findings led to it. */
  corrected: number
  revoked: number
}

/** What a campaign came to. Frozen when it is closed; computed live until then. */
export interface CampaignReport extends Counts {
  /** Contracts held against their text by hand. */
  sampled: number
  byUnit: (Counts & { unit: string })[]
  byRule: { rule: string; findings: number; noError: number; confirmed: number }[]
  errorRate: ErrorRate | null
  /** As the annual report prints it. */
  sentence: Words
}

/** Counts a campaign. `looked` is its frozen scope. */
export function reportOf(looked: readonly LookedAt[], findings: readonly CountedFinding[]): CampaignReport {
  const whole = count(looked, findings)
  const units = [...new Set([...looked, ...findings].map(({ unit }) => unit))].filter(Boolean).sort()
  const rules = [...new Set(findings.map(({ rule }) => rule))]
  const wrong = new Set(findings.filter(isWrong).map(({ contract }) => contract))
  const drawn = looked.filter(({ sampled }) => sampled.includes('random'))
  return {
    ...whole,
    sampled: looked.filter(({ sampled }) => sampled.length > 0).length,
    byUnit: units.map((unit) => ({
      unit,
      ...count(
        looked.filter((one) => one.unit === unit),
        findings.filter((one) => one.unit === unit),
      ),
    })),
    byRule: rules.map((rule) => {
      const own = findings.filter((one) => one.rule === rule)
      return {
        rule,
        findings: own.length,
        noError: own.filter(({ outcome }) => outcome === 'no-error').length,
        confirmed: own.filter(isWrong).length,
      }
    }),
    errorRate: errorRate(drawn.length, drawn.filter(({ contract }) => wrong.has(contract)).length),
    sentence: auditSentence(whole),
  }
}

const isWrong = ({ outcome }: CountedFinding) => outcome === 'correct' || outcome === 'revoke'

function count(looked: readonly LookedAt[], findings: readonly CountedFinding[]): Counts {
  const contracts = (matching: (one: CountedFinding) => boolean) =>
    new Set(findings.filter(matching).flatMap(({ contract }) => contract ?? [])).size
  return {
    checked: looked.length,
    findings: findings.length,
    flagged: contracts(({ rule }) => rule !== 'sample'),
    noError: findings.filter(({ outcome }) => outcome === 'no-error').length,
    corrected: contracts(({ outcome }) => outcome === 'correct'),
    revoked: contracts(({ outcome }) => outcome === 'revoke'),
  }
}

/** 纠正错误信息 12 项，撤销登记 2 项: the sentence of the annual report. */
export const auditSentence = ({ corrected, revoked }: { corrected: number; revoked: number }): Words => ({
  zh: `纠正错误信息 ${corrected} 项，撤销登记 ${revoked} 项`,
  en: `${corrected} ${corrected === 1 ? 'error' : 'errors'} corrected, ${revoked} ${revoked === 1 ? 'registration' : 'registrations'} revoked`,
})
