import 'server-only'
import type { Edition } from '@/lib/domain/report/paper/paper-of'
import { paperOf } from '@/lib/domain/report/paper/paper-of'
import type { ReadReport } from '../read-report'
import { pdfReport } from './pdf/pdf'
import { wordReport } from './word'

/** The forms a report is made in. */
export const reportForms = ['docx', 'pdf', 'xlsx'] as const
export type ReportForm = (typeof reportForms)[number]

/**
 * A report as a file. The same report, edition and language make the same bytes: its dates are those of the reading and
 * of the publication, and nothing else is asked. Without an edition it calls itself a draft of the moment it was read.
 */
export async function renderReport(
  read: ReadReport,
  form: ReportForm,
  locale: 'zh-CN' | 'en',
  edition: Edition | null = null,
): Promise<Uint8Array<ArrayBuffer>> {
  const paper = paperOf(read, locale, edition)
  if (form === 'docx') return wordReport(paper)
  if (form === 'pdf') return pdfReport(paper)
  return new Uint8Array()
}
