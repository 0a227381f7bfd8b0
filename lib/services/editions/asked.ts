import 'server-only'
import { z } from 'zod'
import { yearSchema } from '@/lib/domain/statistics/query'

/** An edition as an address names it; without a number the latest. */
export const askedEdition = z.object({
  year: yearSchema,
  number: z.coerce.number().int().min(1).max(99).optional(),
  unit: z.string().max(20).nullable().default(null),
})

const fileTypes = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const

/** A file of it. */
export const askedFile = askedEdition.extend({
  form: z.enum(['docx', 'pdf', 'xlsx']),
  locale: z.enum(['zh-CN', 'en']).default('zh-CN'),
})

/** A published file as an answer; its hash is its tag, since it never changes. @param kept how long others may keep it */
export function fileResponse(
  request: Request,
  { bytes, sha256, number }: { bytes: Buffer<ArrayBuffer>; sha256: string; number: number },
  { form, year, locale }: z.infer<typeof askedFile>,
  kept: string,
): Response {
  const headers = { ETag: `"${sha256}"`, 'Cache-Control': kept }
  if (request.headers.get('if-none-match') === headers.ETag)
    return new Response(null, { status: 304, headers })
  const name =
    locale === 'en'
      ? `Annual report ${year}, edition ${number}.${form}`
      : `${year}年兵团技术市场统计年报（第${number}版）.${form}`
  return new Response(bytes, {
    headers: {
      ...headers,
      'Content-Type': fileTypes[form],
      'Content-Disposition': `attachment; filename="report-${year}-${number}.${form}"; filename*=UTF-8''${encodeURIComponent(name)}`,
    },
  })
}
