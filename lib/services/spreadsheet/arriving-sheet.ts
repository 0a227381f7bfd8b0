import 'server-only'
import { Problem } from '@/lib/domain/problems'
import { concatenated } from './concatenated'

/** Megabytes that a sheet may have. */
export const MOST_FILE = 5

/** The bytes of an uploaded sheet. @throws {Problem} too-large as soon as it is */
export async function arrivingSheet({ body }: Request): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of (body ?? []) as AsyncIterable<Uint8Array> | Iterable<Uint8Array>) {
    size += part.byteLength
    if (size > MOST_FILE * 1024 * 1024) throw new Problem({ code: 'too-large', most: MOST_FILE })
    parts.push(part)
  }
  return concatenated(parts)
}
