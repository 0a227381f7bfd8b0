import 'server-only'
import { nameOf } from '@/db/queries/decision'
import { findOpen, type OpenEdition, type ReportKey, readSignatures } from '@/db/queries/editions'
import type { Actor } from '@/lib/domain/access/actor'
import { onlyPrinted, type Shown } from '@/lib/domain/edition/shown'
import { type SignedChapter, signedChapters } from '@/lib/domain/edition/signatures'
import { reading } from '../reader'
import { chaptersToSign } from './hashes'

export interface Review {
  edition: OpenEdition
  /** Name of who opened it. */
  openedBy: string
  chapters: SignedChapter[]
}

/**
 * The edition that is being made of a report, and who signed which chapter of it, held against the live report as it was
 * just read. Null where none is, as for offices, which see no drafts. @throws {Problem} forbidden
 */
export const readReview = (actor: Actor, key: ReportKey, live: Shown): Promise<Review | null> =>
  reading(actor, 'statistics.read', async (tx) => {
    const edition = await findOpen(tx, key)
    if (!edition) return null
    const signatures = edition.status === 'review' ? await readSignatures(tx, edition.id, edition.round) : []
    return {
      edition,
      openedBy: await nameOf(tx, edition.openedBy),
      chapters: signedChapters(chaptersToSign(onlyPrinted(live)), signatures),
    }
  })
