import 'server-only'
import { type Edition, paperOf } from '@/lib/domain/report/paper/paper-of'
import type { ReadReport } from '../read-report'
import { excelReport } from './excel'
import { pdfReport } from './pdf/pdf'
import type { ReportForm } from './types'
import { wordReport } from './word'

export type { Edition, ReportForm }

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
  switch (form) {
    case 'docx':
      return wordReport(paper)
    case 'pdf':
      return pdfReport(paper)
    case 'xlsx':
      return excelReport(paper)
  }
}
