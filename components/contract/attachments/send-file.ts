import { fileHeaders, type ListedFile } from '@/lib/domain/attachments/files'
import type { ProblemDetail } from '@/lib/domain/problems'
import type { Unknown } from '@/lib/domain/result'
import { routes } from '@/lib/routes'

/** `lost`: no answer came, so nothing is known but that it may be tried again. */
export type Sent =
  | { ok: true; file: ListedFile }
  | { ok: false; problem: ProblemDetail | Unknown }
  | { ok: false; lost: 'network' | 'stopped' }

/** Sends a file; `tell` hears how much is on its way, from 0 to 1. XMLHttpRequest, because `fetch` can't say. */
export function sendFile(
  contract: string,
  kind: string,
  file: File,
  tell: (share: number) => void,
): { sent: Promise<Sent>; stop: () => void } {
  const request = new XMLHttpRequest()
  const sent = new Promise<Sent>((resolve) => {
    request.upload.onprogress = ({ loaded, total }) => tell(total > 0 ? loaded / total : 0)
    request.onload = () => resolve(read(request))
    request.onerror = () => resolve({ ok: false, lost: 'network' })
    request.onabort = () => resolve({ ok: false, lost: 'stopped' })
    request.open('POST', routes.contractAttachments(contract))
    request.setRequestHeader('content-type', 'application/octet-stream')
    request.setRequestHeader(fileHeaders.kind, kind)
    request.setRequestHeader(fileHeaders.name, encodeURIComponent(file.name.replace(/\p{Cs}/gu, '')))
    request.send(file)
  })
  return { sent, stop: () => request.abort() }
}

function read({ status, responseText }: XMLHttpRequest): Sent {
  try {
    const value = JSON.parse(responseText)
    return status === 201 ? { ok: true, file: value } : { ok: false, problem: value }
  } catch {
    return { ok: false, lost: 'network' }
  }
}

/** Takes a file off. Null when it worked. */
export async function removeFile(
  contract: string,
  id: string,
): Promise<ProblemDetail | Unknown | 'network' | null> {
  try {
    const answer = await fetch(routes.contractAttachment(contract, id), { method: 'DELETE' })
    return answer.ok ? null : await answer.json()
  } catch {
    return 'network'
  }
}
