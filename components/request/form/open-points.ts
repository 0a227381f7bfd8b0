import { controlId } from '@/components/contract/form/entry-context'
import type { SummaryError } from '@/components/ui/error-summary'
import { amends, kindOf } from '@/lib/domain/request/kinds'
import { say } from '@/lib/domain/words'
import type { RequestForm } from './use-request-form'

export const LEAST_TEXT = 4

type Point = 'chooseKind' | 'noFields' | 'chooseReason' | 'textShort' | 'evidenceMissing'

/** What still keeps the request from being asked, each with the control it is about, in the order of the page. */
export function openPoints(
  { kind, chosen, reason, text, errors }: Pick<RequestForm, 'kind' | 'chosen' | 'reason' | 'text' | 'errors'>,
  papers: number,
  locale: string,
  word: (point: Point) => string,
): SummaryError[] {
  const point = (is: boolean, fieldId: string, name: Point): SummaryError[] =>
    is ? [{ fieldId, message: word(name) }] : []
  if (kind === null) return point(true, 'request-kind', 'chooseKind')
  return [
    ...point(amends(kind) && chosen.length === 0, 'request-fields', 'noFields'),
    ...errors.map(({ path, message }) => ({ fieldId: controlId(path), message: say(message, locale) })),
    ...point(reason === '', 'request-reason', 'chooseReason'),
    ...point(text.trim().length < LEAST_TEXT, 'request-text', 'textShort'),
    ...point(kindOf(kind).evidence && papers === 0, 'request-evidence', 'evidenceMissing'),
  ]
}
