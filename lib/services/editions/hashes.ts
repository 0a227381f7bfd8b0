import 'server-only'
import { createHash } from 'node:crypto'
import { freeze } from '@/lib/domain/edition/frozen'
import { seenIn, seenText } from '@/lib/domain/edition/lines'
import type { Shown } from '@/lib/domain/edition/shown'
import type { SeenAs } from '@/lib/domain/edition/signatures'
import { outline } from '@/lib/domain/report/outline'
import { catalogue } from '@/lib/domain/statistics/catalogue'
import { measures } from '@/lib/domain/statistics/measures'

/** SHA-256 as hex. */
export const sha256 = (data: string | Uint8Array): string => createHash('sha256').update(data).digest('hex')

/** The statistics catalogue, by which an edition's tables were made. */
export const catalogueHash = (): string => sha256(freeze([catalogue, measures]))

/** The outline, by which its chapters were made: what stands in it, in its order; how a sentence is told is the program's. */
export const outlineHash = (): string => sha256(JSON.stringify(outline))

/** The chapters of a report with the hash that a signature is put to. */
export const chaptersToSign = (report: Pick<Shown, 'chapters' | 'tables'>): SeenAs[] =>
  seenIn(report).map((chapter) => ({ ...chapter, hash: sha256(seenText(chapter)) }))
