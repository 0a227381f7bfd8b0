import 'server-only'
import type { Tx } from '@/db/client'
import { type PublishedRecord, readRecord } from '@/db/queries/editions'
import { type Erratum, errataChapter } from '@/lib/domain/edition/errata'
import { thaw } from '@/lib/domain/edition/frozen'
import type { ReadReport } from '../report/read-report'
import { sha256 } from './hashes'

/** What is printed as its errata: against which edition, place by place. */
export interface Errata {
  against: number
  places: readonly Erratum[]
}

export interface EditionContent extends Omit<PublishedRecord, 'content' | 'errata'> {
  report: ReadReport
  errata: Errata | null
}

/** Published contents never change, so the last few that were read are kept, by their hash. */
const kept = new Map<string, { report: ReadReport; errata: Errata | null }>()
const MOST = 8

/**
 * What a published edition prints; null where it is none, or not there for the reader.
 * @throws {Error} where the content is not what was published
 */
export async function contentOf(tx: Tx, id: string): Promise<EditionContent | null> {
  const found = await readRecord(tx, id)
  if (!found) return null
  const { content, errata, ...record } = found
  const key = `${id} ${record.contentHash}`
  let thawed = kept.get(key)
  if (!thawed) {
    if (sha256(content) !== record.contentHash) throw new Error(`Edition ${id} is not what was published`)
    thawed = { report: thaw<ReadReport>(content), errata: errata === null ? null : thaw<Errata>(errata) }
    kept.set(key, thawed)
    const [oldest] = kept.keys()
    if (kept.size > MOST && oldest !== undefined) kept.delete(oldest)
  }
  return { ...record, ...thawed }
}

/** The report with its errata as the last chapter, as page and files draw it. */
export const withErrata = (report: ReadReport, errata: Errata | null): ReadReport =>
  errata && errata.places.length > 0
    ? { ...report, chapters: [...report.chapters, errataChapter(errata.places, errata.against)] }
    : report
