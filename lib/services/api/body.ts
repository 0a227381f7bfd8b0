import 'server-only'
import { Problem } from '@/lib/domain/problems'

/** The largest body taken, in bytes: many times the longest contract. */
export const MOST_BYTES = 1_048_576

/**
 * The JSON object of a request; an empty body is an empty object. The length is counted as it arrives, whatever the
 * header says.
 * @throws {Problem} not-json, body-too-large, malformed, invalid-input where it is no object
 */
export async function readBody(request: Request): Promise<Record<string, unknown>> {
  const text = await readText(request)
  if (text.trim() === '') return {}
  const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase() ?? ''
  if (type !== 'application/json') throw new Problem({ code: 'not-json' })
  const value = parse(text)
  if (value === null || typeof value !== 'object' || Array.isArray(value)) {
    throw new Problem({ code: 'invalid-input', issues: [{ path: '', message: 'object' }] })
  }
  return value as Record<string, unknown>
}

async function readText(request: Request): Promise<string> {
  if (!request.body) return ''
  const reader = request.body.getReader()
  const chunks: Uint8Array[] = []
  let size = 0
  for (;;) {
    const { done, value } = await reader.read()
    if (done) break
    size += value.byteLength
    if (size > MOST_BYTES) {
      await reader.cancel()
      throw new Problem({ code: 'body-too-large', most: MOST_BYTES })
    }
    chunks.push(value)
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks))
  } catch {
    throw new Problem({ code: 'malformed' })
  }
}

/** PostgreSQL keeps neither NUL nor half a surrogate pair, and both are no text anyone wrote. */
const unwritable = /[\0\p{Surrogate}]/u

function parse(text: string): unknown {
  try {
    return JSON.parse(text, (key, value) => {
      if (unwritable.test(key) || (typeof value === 'string' && unwritable.test(value)))
        throw new SyntaxError(key)
      return value
    })
  } catch {
    throw new Problem({ code: 'malformed' })
  }
}
