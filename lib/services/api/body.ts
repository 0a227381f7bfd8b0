import 'server-only'
import { Problem } from '@/lib/domain/problems'

/** The largest body taken, in bytes: many times the longest contract. */
export const MOST_BYTES = 1_048_576

/** More levels than any body has; checking a deeper one would run out of stack. */
const MOST_DEEP = 64

/** The text of a body. The length is counted as it arrives, whatever the header says. @throws {Problem} body-too-large, malformed */
export async function readText(request: Request): Promise<string> {
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

/**
 * The JSON object of a body; an empty one is an empty object.
 * @throws {Problem} not-json, malformed, too-deep, invalid-input where it is no object
 */
export function parseBody(text: string, contentType: string | null): Record<string, unknown> {
  if (text.trim() === '') return {}
  const type = contentType?.split(';')[0]?.trim().toLowerCase() ?? ''
  if (type !== 'application/json') throw new Problem({ code: 'not-json' })
  if (depthOf(text) > MOST_DEEP) throw new Problem({ code: 'too-deep', most: MOST_DEEP })
  const value = parse(text)
  if (value === null || typeof value !== 'object' || Array.isArray(value)) {
    throw new Problem({ code: 'invalid-input', issues: [{ path: '', message: 'object' }] })
  }
  return value as Record<string, unknown>
}

/** How deep a text of JSON is nested, found before it is parsed. */
function depthOf(text: string): number {
  let [depth, deepest, quoted] = [0, 0, false]
  for (let at = 0; at < text.length; at += 1) {
    const letter = text[at]
    if (quoted) {
      if (letter === '\\') at += 1
      else if (letter === '"') quoted = false
    } else if (letter === '"') quoted = true
    else if (letter === '{' || letter === '[') {
      depth += 1
      deepest = Math.max(deepest, depth)
    } else if (letter === '}' || letter === ']') depth -= 1
  }
  return deepest
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
