'use client'

import { useRef, useState } from 'react'
import type { ProblemDetail } from '@/lib/domain/problems'
import type { Unknown } from '@/lib/domain/result'
import { type Sent, sendFile } from './send-file'

/** A file on its way, or one that did not get there. */
export interface Upload {
  key: number
  kind: string
  file: File
  /** From 0 to 1; at 1 the server looks into it. */
  share: number
  failure: ProblemDetail | Unknown | 'network' | null
}

const MEGABYTE = 1024 * 1024

/** Uploads from one page to one address, one after another so that a slow line finishes the first of them soonest. */
export function useUploads<Kept>(address: string, most: number, arrived: (file: Kept) => void) {
  const [uploads, setUploads] = useState<readonly Upload[]>([])
  const lastKey = useRef(0)
  const queue = useRef<Promise<unknown>>(Promise.resolve())
  const stops = useRef(new Map<number, () => void>())

  const change = (key: number, part: Partial<Upload>) =>
    setUploads((all) => all.map((one) => (one.key === key ? { ...one, ...part } : one)))
  const drop = (key: number) => setUploads((all) => all.filter((one) => one.key !== key))

  const settle = (key: number, sent: Sent<Kept>) => {
    stops.current.delete(key)
    if (sent.ok) {
      drop(key)
      arrived(sent.file)
    } else if ('problem' in sent) change(key, { failure: sent.problem })
    else if (sent.lost === 'network') change(key, { failure: 'network' })
    else drop(key)
  }

  const run = async ({ key, kind, file }: Upload) => {
    if (stops.current.get(key) === undefined) return
    const { sent, stop } = sendFile<Kept>(address, kind, file, (share) => change(key, { share }))
    stops.current.set(key, stop)
    settle(key, await sent)
  }

  const add = (kind: string, files: Iterable<File>) => {
    for (const file of files) {
      lastKey.current += 1
      const upload: Upload = { key: lastKey.current, kind, file, share: 0, failure: refusalOf(file, most) }
      setUploads((all) => [...all, upload])
      if (upload.failure) continue
      stops.current.set(upload.key, () => settle(upload.key, { ok: false, lost: 'stopped' }))
      queue.current = queue.current.then(() => run(upload))
    }
  }

  return {
    uploads,
    add,
    stop: (key: number) => stops.current.get(key)?.(),
    dismiss: drop,
    retry: ({ key, kind, file }: Upload) => {
      drop(key)
      add(kind, [file])
    },
  }
}

/** What can be said without sending it; the server looks again. */
function refusalOf(file: File, most: number): ProblemDetail | null {
  if (file.size > most * MEGABYTE) return { code: 'too-large', most }
  if (file.size === 0) return { code: 'unfit-file', reason: 'empty' }
  return null
}
