import type { ProblemDetail } from './problems'

/** What a server action answers: the value, or a problem the page can word and place. */
export type Result<T> = { ok: true; value: T } | { ok: false; problem: ProblemDetail | Unknown }

/** Something failed that is not the person's doing; the log holds the cause under this reference. */
export interface Unknown {
  code: 'unknown'
  reference: string
}
