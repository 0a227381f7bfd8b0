import { wordForm } from '@/lib/domain/checker/forms'
import type { CheckedReport } from '@/lib/domain/checker/report'
import type { ProblemDetail } from '@/lib/domain/problems'
import type { Unknown } from '@/lib/domain/result'
import { routes } from '@/lib/routes'

export type Answered<Value> =
  | { ok: true; value: Value }
  | { ok: false; problem: ProblemDetail | Unknown | 'lost' }

/** Sends a report to be checked. */
export const sendReport = (report: Blob): Promise<Answered<CheckedReport>> =>
  send(routes.checkReportFile(), report, (answer) => answer.json())

/** Sends it once more, for nothing was kept, and takes it back as Word with comments. */
export const askForWord = (report: Blob, locale: string): Promise<Answered<Blob>> =>
  send(routes.checkReportFile({ form: wordForm, locale }), report, (answer) => answer.blob())

async function send<Value>(
  address: string,
  body: Blob,
  read: (answer: Response) => Promise<Value>,
): Promise<Answered<Value>> {
  try {
    const headers = { 'content-type': 'application/octet-stream' }
    const answer = await fetch(address, { method: 'POST', headers, body })
    return answer.ok
      ? { ok: true, value: await read(answer) }
      : { ok: false, problem: (await answer.json()) as ProblemDetail }
  } catch {
    return { ok: false, problem: 'lost' }
  }
}
