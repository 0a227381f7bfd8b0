import type { FindingRefusal } from './audit/finding'
import type { ReportRefusal } from './checker/refusals'
import type { Finding } from './contract/check'
import type { Refusal, Status } from './contract/lifecycle'
import type { EditionStatus } from './edition/edition'
import type { Failure } from './edition/failure'
import type { BatchStatus } from './import/batch'
import type { RequestRefusal } from './request/lifecycle'
import type { RecordRefusal } from './work-records/lifecycle'

/** Everything that can be answered instead of a success; the API and the pages word them from here. */
export type ProblemDetail =
  | Refusal
  | RequestRefusal
  | FindingRefusal
  | RecordRefusal
  | { code: 'record-exists'; id: string }
  | { code: 'findings-open'; count: number }
  | { code: 'import-status'; status: BatchStatus }
  | { code: 'import-decided'; count: number }
  /** Papers of contracts of the import are out: some of their numbers, and how many there are. */
  | { code: 'import-printed'; numbers: string[]; count: number }
  | { code: 'figures-moved' }
  | { code: 'nothing-in-scope' }
  | { code: 'too-many-chosen'; most: number }
  | { code: 'not-registered'; status: Status }
  | { code: 'no-paper'; status: Status }
  | { code: 'request-open'; id: string }
  | { code: 'no-difference' }
  | { code: 'evidence-missing' }
  | { code: 'edition-status'; edition: EditionStatus | null }
  | { code: 'own-review' }
  | { code: 'stands-for'; name: string }
  | { code: 'no-mail-server' }
  | { code: 'report-fails'; failures: readonly Failure[] }
  | { code: 'unauthenticated' }
  | { code: 'invalid-input'; issues: { path: string; message: string }[] }
  | { code: 'check-failed'; findings: Finding[] }
  | { code: 'conflict'; by: string | null; at: string | null }
  | { code: 'too-large'; most: number }
  | { code: 'wrong-type' }
  | { code: 'malformed' }
  | { code: 'not-json' }
  | { code: 'body-too-large'; most: number }
  | { code: 'too-deep'; most: number }
  | { code: 'no-such-address' }
  | { code: 'method-not-allowed'; allow: string[] }
  | { code: 'not-acceptable'; offered: string[] }
  | { code: 'precondition-failed' }
  | { code: 'key-running' }
  | { code: 'key-reused' }
  | { code: 'read-only-token' }
  | { code: 'unfit-file'; reason: UnfitFile }
  | { code: 'unreadable-report'; reason: ReportRefusal }
  | { code: 'unreadable-file'; reason: UnreadableFile; at?: number }
  | { code: 'too-many-attempts' }
  | { code: 'too-many-requests'; retryAfter: number }
  | { code: 'state-secret' }
  | { code: 'unavailable' }

/** Why a file of the right type is not taken. `mixed`: also something else than what it seems. */
export type UnfitFile = 'empty' | 'incomplete' | 'damaged' | 'encrypted' | 'active' | 'mixed'

/** Why a table file can't be read; `at` the row, or the most there may be. `bomb`: it unpacks to far more than it should. */
export type UnreadableFile =
  | 'empty'
  | 'damaged'
  | 'encrypted'
  | 'old-excel'
  | 'not-a-spreadsheet'
  | 'bomb'
  | 'encoding'
  | 'too-many-rows'
  | 'too-many-columns'
  | 'no-headings'
  | 'no-rows'

export type ProblemCode = ProblemDetail['code']

/** HTTP status of each problem (RFC 9457 bodies carry the code beside it). */
export const problemStatus: Record<ProblemCode, number> = {
  'not-found': 404,
  forbidden: 403,
  'wrong-status': 409,
  'own-contract': 403,
  'same-approver': 403,
  'already-disputed': 409,
  'not-registered': 409,
  'no-paper': 409,
  'request-open': 409,
  'no-difference': 422,
  'evidence-missing': 422,
  'campaign-closed': 409,
  'finding-settled': 409,
  'not-answered': 409,
  'nothing-to-mend': 409,
  'request-missing': 409,
  'request-pending': 409,
  'findings-open': 409,
  'import-status': 409,
  'import-decided': 409,
  'import-printed': 409,
  'figures-moved': 409,
  'nothing-in-scope': 422,
  'too-many-chosen': 422,
  'request-closed': 409,
  'own-request': 403,
  'others-request': 403,
  'no-hearing': 409,
  'record-status': 409,
  'own-record': 403,
  'record-exists': 409,
  'notice-first': 409,
  'notice-served': 409,
  'statement-first': 409,
  'already-stated': 409,
  'edition-status': 409,
  'own-review': 403,
  'stands-for': 403,
  'no-mail-server': 409,
  'report-fails': 422,
  unauthenticated: 401,
  'invalid-input': 422,
  'check-failed': 422,
  conflict: 409,
  'too-large': 413,
  'wrong-type': 415,
  malformed: 400,
  'not-json': 415,
  'body-too-large': 413,
  'too-deep': 400,
  'no-such-address': 404,
  'method-not-allowed': 405,
  'not-acceptable': 406,
  'precondition-failed': 412,
  'key-running': 409,
  'key-reused': 422,
  'read-only-token': 403,
  'unfit-file': 422,
  'unreadable-report': 422,
  'unreadable-file': 422,
  'too-many-attempts': 429,
  'too-many-requests': 429,
  'state-secret': 422,
  unavailable: 503,
}

/** Thrown by verbs and readers so that their transaction rolls back; translated once, at the edge. */
export class Problem extends Error {
  constructor(readonly detail: ProblemDetail) {
    super(detail.code)
    this.name = 'Problem'
  }
}
