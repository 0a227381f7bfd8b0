import 'server-only'
import { byteRange } from '@/lib/domain/attachments/byte-range'
import { contentDisposition } from '@/lib/domain/attachments/file-name'
import type { AttachedFile } from '@/lib/domain/attachments/files'
import { bytesOf } from './read'

/**
 * What a file may do in a browser: be looked at. Scripts, frames, forms and requests are shut off; Chrome's own PDF
 * viewer, which a `sandbox` would shut off too, needs its plugin and its style and no more.
 */
const POLICY =
  "default-src 'none'; object-src 'self'; img-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'self'; base-uri 'none'; form-action 'none'"

/** Whoever asks again asks us again: reach may have ended meanwhile. */
const headersOf = (file: AttachedFile & { sha256: string }, kind: 'inline' | 'attachment') => ({
  'Content-Type': file.mediaType,
  'Content-Disposition': contentDisposition(kind, file.fileName),
  'X-Content-Type-Options': 'nosniff',
  'Content-Security-Policy': POLICY,
  'X-Frame-Options': 'SAMEORIGIN',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'Cache-Control': 'private, no-cache',
  'Accept-Ranges': 'bytes',
  ETag: etagOf(file.sha256),
})

const etagOf = (sha256: string) => `"${sha256}"`

/** Answers with an opened file: whole, the part asked for, or nothing new (RFC 9110 §13, §14). */
export async function serve(
  file: AttachedFile & { sha256: string },
  request: Request,
  kind: 'inline' | 'attachment' = 'inline',
): Promise<Response> {
  const headers = headersOf(file, kind)
  const tag = etagOf(file.sha256)
  if (isKnown(request.headers.get('if-none-match'), tag)) return new Response(null, { status: 304, headers })
  const condition = request.headers.get('if-range')
  const range =
    condition === null || condition === tag ? byteRange(request.headers.get('range'), file.size) : null
  if (range === 'unsatisfiable') {
    return new Response(null, {
      status: 416,
      headers: { ...headers, 'Content-Range': `bytes */${file.size}` },
    })
  }
  const body = request.method === 'HEAD' ? null : await bytesOf(file.sha256, range)
  if (!range) {
    return new Response(body, { headers: { ...headers, 'Content-Length': String(file.size) } })
  }
  return new Response(body, {
    status: 206,
    headers: {
      ...headers,
      'Content-Length': String(range.end - range.start + 1),
      'Content-Range': `bytes ${range.start}-${range.end}/${file.size}`,
    },
  })
}

const isKnown = (header: string | null, tag: string): boolean =>
  header?.split(',').some((one) => [tag, `W/${tag}`, '*'].includes(one.trim())) ?? false
