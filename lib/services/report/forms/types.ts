/** The forms a report is made in, and what each is called on the way. */
export const reportTypes = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const
export type ReportForm = keyof typeof reportTypes
export const reportForms = Object.keys(reportTypes) as [ReportForm, ...ReportForm[]]
