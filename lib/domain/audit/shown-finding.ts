import type { Severity } from '../contract/check'
import type { RequestKind, RequestStatus } from '../request/kinds'
import type { Words } from '../words'
import { auditRule, hitWords } from './catalogue'
import type { Answer, FindingAct, FindingStatus } from './finding'
import type { Hit } from './rule'
import { type SampleReason, sampleReasons } from './sample'

/** A finding as the pages of a campaign show it, its sentences made: the catalogue stays on the server. */
export interface ShownFinding {
  id: string
  /** Null where it is said of the unit. */
  contract: { id: string; number: string; name: string } | null
  unit: string
  title: Words
  sentence: Words
  /** Null for a sampled contract: nothing is held against it yet. */
  severity: Severity | null
  status: FindingStatus
  answer: Answer | null
  explanation: string | null
  outcome: Answer | null
  acts: { act: FindingAct; by: string; at: Date; result: Answer | null; text: string }[]
  /** The request that followed. */
  request: { id: string; number: string; kind: RequestKind; status: RequestStatus } | null
}

/** Findings that no rule of the catalogue made. */
const byHand: Record<string, Words> = {
  sample: { zh: '抽样核对', en: 'Sample check' },
  auditor: { zh: '稽核发现', en: 'Found by the auditor' },
}

/** What a finding was made by, in words; a rule that is gone keeps its number. */
export const ruleWords = (rule: string): Words =>
  byHand[rule] ?? auditRule(rule)?.title ?? { zh: rule, en: rule }

/** What a finding says. @param sampled why its contract is in the sample */
export function findingWords(finding: Pick<Hit, 'rule' | 'params'>, sampled: readonly SampleReason[]): Words {
  if (finding.rule !== 'sample') return hitWords(finding)
  const reasons = sampled.map((reason) => sampleReasons[reason])
  return {
    zh: `抽样核对（${reasons.map(({ zh }) => zh).join('、')}）：请对照合同文本核对登记内容。`,
    en: `Drawn for a check (${reasons.map(({ en }) => en).join(', ')}): hold what is registered against the text of the contract.`,
  }
}

interface Told
  extends Omit<ShownFinding, 'contract' | 'title' | 'sentence' | 'request'>,
    Pick<Hit, 'rule' | 'params'> {
  contract: string | null
  number: string | null
  name: string | null
  sampled: readonly SampleReason[]
  following: ShownFinding['request']
}

/** A finding as it was read, put into words. */
export function shownFinding(told: Told): ShownFinding {
  const { id, unit, severity, status, answer, explanation, outcome, following } = told
  return {
    id,
    contract:
      told.contract === null ? null : { id: told.contract, number: told.number ?? '', name: told.name ?? '' },
    unit,
    title: ruleWords(told.rule),
    sentence: findingWords(told, told.sampled),
    severity: told.rule === 'sample' ? null : severity,
    status,
    answer,
    explanation,
    outcome,
    acts: told.acts.map(({ act, by, at, result, text }) => ({ act, by, at, result, text })),
    request: following && {
      id: following.id,
      number: following.number,
      kind: following.kind,
      status: following.status,
    },
  }
}
