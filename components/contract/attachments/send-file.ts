import { fileHeaders } from '@/lib/domain/attachments/files'
import type { ProblemDetail } from '@/lib/domain/problems'
import type { Unknown } from '@/lib/domain/result'

/** `lost`: no answer came, so nothing is known but that it may be tried again. */
export type Sent<Kept> =
  | { ok: true; file: Kept }
  | { ok: false; problem: ProblemDetail | Unknown }
  | { ok: false; lost: 'network' | 'stopped' }

/**
 * Sends a file to an address that takes them; `tell` hears how much is on its way, from 0 to 1. XMLHttpRequest, because
 * `fetch` can't say.
 */
export function sendFile<Kept>(
  address: string,
  kind: string,
  file: File,
  tell: (share: number) => void,
): { sent: Promise<Sent<Kept>>; stop: () => void } {
  const request = new XMLHttpRequest()
  const sent = new Promise<Sent<Kept>>((resolve) => {
    request.upload.onprogress = ({ loaded, total }) => tell(total > 0 ? loaded / total : 0)
    request.onload = () => resolve(read(request))
    request.onerror = () => resolve({ ok: false, lost: 'network' })
    request.onabort = () => resolve({ ok: false, lost: 'stopped' })
    request.open('POST', address)
    request.setRequestHeader('content-type', 'application/octet-stream')
    request.setRequestHeader(fileHeaders.kind, kind)
    request.setRequestHeader(fileHeaders.name, encodeURIComponent(file.name.replace(/\p{Cs}/gu, '')))
    request.send(file)
  })
  return { sent, stop: () => request.abort() }
}

function read<Kept>({ status, responseText }: XMLHttpRequest): Sent<Kept> {
  try {
    const value = JSON.parse(responseText)
    return status === 201 ? { ok: true, file: value } : { ok: false, problem: value }
  } catch {
    return { ok: false, lost: 'network' }
  }
}

/** Takes the file at an address off. Null when it worked. */
export async function removeFile(address: string): Promise<ProblemDetail | Unknown | 'network' | null> {
  try {
    const answer = await fetch(address, { method: 'DELETE' })
    return answer.ok ? null : await answer.json()
  } catch {
    return 'network'
  }
}
