import 'server-only'
import { z } from 'zod'
import { codeWords } from '@/lib/domain/contract/code-lists'
import { yearSchema } from '@/lib/domain/statistics/query'
import { reportForms, reportTypes } from '../report/forms/types'

/** An edition as an address names it; without a number the latest. */
export const askedEdition = z.object({
  year: yearSchema,
  number: z.coerce.number().int().min(1).max(99).optional(),
  unit: z.string().max(20).nullable().default(null),
})

/** A file of it. */
export const askedFile = askedEdition.extend({
  form: z.enum(reportForms),
  locale: z.enum(['zh-CN', 'en']).default('zh-CN'),
})

/** What such a file is called. */
export function fileName({ form, year, unit, locale }: z.infer<typeof askedFile>, number: number): string {
  const words = unit === null ? null : codeWords('unit', unit)
  return locale === 'en'
    ? `Annual report ${year}${words ? ` of ${words.en}` : ''}, edition ${number}.${form}`
    : `${year}年${words?.zh ?? '兵团'}技术市场统计年报（第${number}版）.${form}`
}

/** A published file as an answer; its hash is its tag, since it never changes. @param kept how long others may keep it */
export function editionResponse(
  request: Request,
  { bytes, sha256, number }: { bytes: Buffer<ArrayBuffer>; sha256: string; number: number },
  asked: z.infer<typeof askedFile>,
  kept: string,
): Response {
  const headers = { ETag: `"${sha256}"`, 'Cache-Control': kept }
  if (request.headers.get('if-none-match') === headers.ETag)
    return new Response(null, { status: 304, headers })
  return new Response(bytes, {
    headers: {
      ...headers,
      'Content-Type': reportTypes[asked.form],
      'Content-Disposition': `attachment; filename="report-${asked.year}-${number}.${asked.form}"; filename*=UTF-8''${encodeURIComponent(fileName(asked, number))}`,
    },
  })
}
