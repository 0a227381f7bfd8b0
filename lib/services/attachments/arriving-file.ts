import 'server-only'
import { fileHeaders } from '@/lib/domain/attachments/files'

/** What an upload says of its file. Missing headers become what the verb refuses. */
export function arrivingFile(request: Request) {
  const length = request.headers.get('content-length')
  return {
    paper: {
      kind: request.headers.get(fileHeaders.kind) ?? '',
      fileName: decoded(request.headers.get(fileHeaders.name) ?? ''),
    },
    parts: (request.body ?? []) as AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
    ...(length !== null && /^\d{1,15}$/.test(length) && { announced: Number(length) }),
  }
}

/** Headers are ASCII: the name comes percent-encoded. */
function decoded(name: string): string {
  try {
    return decodeURIComponent(name)
  } catch {
    return name
  }
}
