import 'server-only'
import type { ReadReport } from '../read-report'

/** The forms a report is made in. */
export const reportForms = ['docx', 'pdf', 'xlsx'] as const
export type ReportForm = (typeof reportForms)[number]

/** The published edition that a file is a form of. */
export interface Edition {
  number: number
  publishedAt: Date
}

/**
 * A report as a file. The same report, edition and language make the same bytes: its dates are those of the reading and
 * of the publication, and nothing else is asked. Without an edition it calls itself a draft of the moment it was read.
 */
export async function renderReport(
  _read: ReadReport,
  _form: ReportForm,
  _locale: 'zh-CN' | 'en',
  _edition: Edition | null = null,
): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array()
}
