import 'server-only'
import type { Tx } from '@/db/client'
import { lineInForce } from '@/db/ledger'
import { attachmentKinds } from '@/db/queries/attachments'
import type { ContractRow } from '@/db/queries/contracts'
import { check, type Finding } from '@/lib/domain/contract/check'
import { applyPatch, type Content, type Patch } from '@/lib/domain/contract/content'
import { type Difference, differences } from '@/lib/domain/contract/diff'
import { type FieldName, field, forbidding } from '@/lib/domain/contract/fields'
import { withoutHidden } from '@/lib/domain/contract/hidden'
import { Problem } from '@/lib/domain/problems'
import { isRegionLeaf } from '@/lib/domain/regions'
import { amends, type RequestKind } from '@/lib/domain/request/kinds'
import type { Settings } from '@/lib/domain/settings'
import { type Facts, factsOf } from '@/lib/domain/statistics/facts'
import type { Line } from '@/lib/domain/statistics/moves'
import { shanghaiDate } from '@/lib/domain/time/dates'
import { refused } from '../refuse'
import type { Work } from '../verb'

/** What a request makes of a registered contract. */
export interface Proposal {
  /** The whole content after it; null where the registration ends. */
  content: Content | null
  differences: Difference[]
  findings: Finding[]
  blocking: Finding[]
}

/**
 * The content after a correction or change, with what differs and what the rules in force for that contract say.
 * What was wrong before and is not touched does not block: one mistake at a time can be mended.
 * @throws {Problem} invalid-input for a field that no request may touch, state-secret
 */
export async function propose(
  work: Work,
  contract: ContractRow,
  kind: RequestKind,
  patch: Patch,
): Promise<Proposal> {
  if (!amends(kind)) return { content: null, differences: [], findings: [], blocking: [] }
  if (forbidding.some((name) => patch[name] === true)) throw new Problem({ code: 'state-secret' })
  const fixed = (Object.keys(patch) as FieldName[]).find((name) => field(name).correctable === false)
  if (fixed) throw refused(fixed, 'not-correctable')
  const content = withoutHidden(applyPatch(contract.content, patch))
  const changed = differences(contract.content, content)
  const said = await checker(work, contract)
  const before = new Set(said(contract.content).map(nameOf))
  const findings = said(content)
  const blocking = findings.filter(
    (one) =>
      one.severity === 'error' &&
      (!before.has(nameOf(one)) || changed.some(({ path }) => touches(one.path, path))),
  )
  return { content, differences: changed, findings, blocking }
}

const nameOf = ({ rule, path }: Finding) => `${rule} ${path}`

const touches = (path: string, changed: string) =>
  path === changed || path.startsWith(`${changed}.`) || changed.startsWith(`${path}.`)

/** The rules as they were for this contract: of the day it was accepted and registered. */
async function checker(
  { tx, settingsOn }: Work,
  contract: ContractRow,
): Promise<(content: Content) => Finding[]> {
  const day = contract.registeredOn ?? ''
  const circumstances = {
    today: day,
    ...(contract.submittedAt && { appliedOn: shanghaiDate(contract.submittedAt) }),
    unit: contract.unit,
    attachments: await attachmentKinds(tx, contract.id),
    settings: settingsOn(contract.acceptedOn ?? day),
    isPlace: isRegionLeaf,
  }
  return (content) => check(content, circumstances)
}

/** The line in force and what it becomes: out with the old, in with the new where there is one. */
export async function linesOf(
  tx: Tx,
  contract: ContractRow,
  content: Content | null,
): Promise<{ old: Facts; next: Facts | null; lines: [Line, ...Line[]] }> {
  const { year, posting, registeredOn, unit } = contract
  if (year === null || posting === null || registeredOn === null) throw new Error('Not registered')
  const line = await lineInForce(tx, year, posting)
  const area = line.area === 'south' ? 'south' : 'north'
  const old = { ...line, area } as Facts
  const next = content && factsOf(content, { unit, area, date: registeredOn })
  return {
    old,
    next,
    lines: next
      ? [
          { sign: -1, facts: old },
          { sign: 1, facts: next },
        ]
      : [{ sign: -1, facts: old }],
  }
}

/** Whether two have to agree: technology turnover before or after reaches the threshold of the day of acceptance. */
export function isLarge(
  settingsOn: (day: string) => Settings,
  contract: ContractRow,
  content: Content | null,
): boolean {
  const { largeThreshold } = settingsOn(contract.acceptedOn ?? contract.registeredOn ?? '')
  const least = BigInt(largeThreshold) * 100n
  return [contract.content.technology, content?.technology].some((one) => (one ?? 0n) >= least)
}
