import { z } from 'zod'
import type { Words } from '../words'
import type { CertificateFacts, ListFacts } from './facts'
import { type ItemKey, itemOfFact } from './items'

/** What has become of what a paper states. `withdrawn`: entered by an import that was taken back. `void`: of a list. */
export const standings = {
  valid: { zh: '有效', en: 'Valid' },
  superseded: { zh: '已被新版取代', en: 'Superseded' },
  cancelled: { zh: '已注销', en: 'Cancelled' },
  revoked: { zh: '已撤销', en: 'Revoked' },
  withdrawn: { zh: '已撤回', en: 'Withdrawn' },
  void: { zh: '已失效', en: 'Void' },
} as const satisfies Record<string, Words>
export type Standing = keyof typeof standings
export const standingNames = Object.keys(standings) as Standing[]

export const laterActs = {
  correct: { zh: '更正', en: 'Corrected' },
  change: { zh: '变更', en: 'Changed' },
  cancel: { zh: '注销', en: 'Registration cancelled' },
  revoke: { zh: '撤销', en: 'Registration revoked' },
  discard: { zh: '撤回导入的登记', en: 'Imported registration withdrawn' },
} as const satisfies Record<string, Words>
export type LaterAct = keyof typeof laterActs

/** What happened to one contract since a paper, as the database tells it to whoever holds the paper. */
export const sinceSchema = z.object({
  number: z.string(),
  status: z.string(),
  /** The version in force, or the last there was. */
  version: z.int(),
  acts: z.array(z.object({ act: z.enum(Object.keys(laterActs) as LaterAct[]), on: z.string() })),
  /** Facts of the paper that the version in force states otherwise. */
  changed: z.array(z.string()),
})
export type Since = z.output<typeof sinceSchema>

/** A paper as the public check shows it: what it states, and what has happened since. */
export type Verified = { number: string; version: number; standing: Standing; checkedAt: Date } & (
  | { kind: 'contract'; facts: CertificateFacts; since: Since }
  | { kind: 'list'; facts: ListFacts; since: readonly Since[] }
)

export function standingOf(since: Since, version: number): Standing {
  if (since.status === 'registered') return since.version > version ? 'superseded' : 'valid'
  return since.status === 'cancelled' || since.status === 'revoked' ? since.status : 'withdrawn'
}

/** A list is void once a contract on it has left the register, and superseded once one reads otherwise. */
export function standingOfList(rows: ListFacts['rows'], since: readonly Since[]): Standing {
  const all = since.map((one, at) => standingOf(one, rows[at]?.version ?? 0))
  if (all.every((one) => one === 'valid')) return 'valid'
  return all.every((one) => one === 'valid' || one === 'superseded') ? 'superseded' : 'void'
}

/** The lines of the paper that read otherwise now. */
export const changedItems = ({ changed }: Since): ItemKey[] => [
  ...new Set(changed.flatMap((fact) => itemOfFact[fact] ?? [])),
]
