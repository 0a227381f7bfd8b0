import 'server-only'
import type { Tx } from '@/db/client'
import { nameOf } from '@/db/queries/decision'
import { listFiles, listPublic, listPublished, type ReportKey, readFile } from '@/db/queries/editions'
import { inSnapshot, visitor } from '@/db/transaction'
import type { Actor } from '@/lib/domain/access/actor'
import { may } from '@/lib/domain/access/permissions'
import type { EditionHead } from '@/lib/domain/edition/edition'
import { Problem } from '@/lib/domain/problems'
import { contentOf, type EditionContent } from './content'
import { sha256 } from './hashes'

export type EditionReader = Actor | typeof visitor

export interface AskedEdition extends ReportKey {
  /** Left out, the latest. */
  number?: number | undefined
}

export interface ReadEdition extends EditionContent {
  head: EditionHead
  /** All editions of the report that are there for the reader, the latest first. */
  editions: readonly EditionHead[]
  files: Awaited<ReturnType<typeof listFiles>>
  /** Names, for whoever is signed in. */
  people: { openedBy: string; publishedBy: string } | null
}

/**
 * A published edition: for whoever reads statistics, offices too, of the whole Corps and of every unit; for a visitor
 * where it is public. @throws {Problem} forbidden; not-found
 */
export const readEdition = (who: EditionReader, asked: AskedEdition): Promise<ReadEdition> =>
  readingEditions(who, async (tx) => {
    const editions = await listPublished(tx, asked)
    const head = chosen(editions, asked)
    const content = await contentOf(tx, head.id)
    if (!content) throw new Problem({ code: 'not-found' })
    return {
      ...content,
      head,
      editions,
      files: await listFiles(tx, head.id),
      people:
        'id' in who
          ? {
              openedBy: await nameOf(tx, content.openedBy),
              publishedBy: await nameOf(tx, content.publishedBy),
            }
          : null,
    }
  })

/**
 * A file of a published edition, as it was handed out first. @throws {Problem} forbidden; not-found
 * @throws {Error} where the bytes are not those that were published
 */
export const readEditionFile = (
  who: EditionReader,
  { form, locale, ...asked }: AskedEdition & { form: string; locale: string },
): Promise<{ bytes: Buffer<ArrayBuffer>; sha256: string; number: number }> =>
  readingEditions(who, async (tx) => {
    const { id, number } = chosen(await listPublished(tx, asked), asked)
    const file = await readFile(tx, id, form, locale)
    if (!file) throw new Problem({ code: 'not-found' })
    if (sha256(file.bytes) !== file.sha256)
      throw new Error(`File ${form} of edition ${id} is not what was published`)
    return { bytes: Buffer.from(file.bytes), sha256: file.sha256, number }
  })

/** The published editions of a report, the latest first. @throws {Problem} forbidden */
export const publishedEditions = (who: EditionReader, key: ReportKey): Promise<EditionHead[]> =>
  readingEditions(who, (tx) => listPublished(tx, key))

/** The latest public edition of each year, for the list that anybody may see. */
export const publicEditions = (): Promise<EditionHead[]> => readingEditions(visitor, listPublic)

/** An edition of the whole Corps as anybody may read it. @throws {Problem} not-found */
export const readPublic = (asked: AskedEdition): Promise<ReadEdition> =>
  readEdition(visitor, { ...asked, unit: null })

/** A file of it. @throws {Problem} not-found */
export const readPublicFile = (asked: AskedEdition & { form: string; locale: string }) =>
  readEditionFile(visitor, { ...asked, unit: null })

async function readingEditions<T>(who: EditionReader, read: (tx: Tx) => Promise<T>): Promise<T> {
  if ('id' in who && !may(who.role, 'statistics.read')) throw new Problem({ code: 'forbidden' })
  return inSnapshot(who, read)
}

function chosen(editions: readonly EditionHead[], { number }: AskedEdition): EditionHead {
  const found = number === undefined ? editions[0] : editions.find((one) => one.number === number)
  if (!found) throw new Problem({ code: 'not-found' })
  return found
}
