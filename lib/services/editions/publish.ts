import 'server-only'
import type { Tx } from '@/db/client'
import { seal } from '@/db/ledger-check'
import { readHead } from '@/db/ledger-export'
import { holdOpen, insertFile, listPublished, moveEdition, type OpenEdition } from '@/db/queries/editions'
import { holdEdition, insertPublished } from '@/db/queries/published'
import { readPostedActs } from '@/db/statistics/acts'
import { recordTrail } from '@/db/trail'
import { type Actor, principalAmong } from '@/lib/domain/access/actor'
import { changesBetween } from '@/lib/domain/edition/changes'
import { errataOf } from '@/lib/domain/edition/errata'
import { freeze } from '@/lib/domain/edition/frozen'
import { seenIn } from '@/lib/domain/edition/lines'
import { tableOfReport } from '@/lib/domain/edition/shown'
import { Problem } from '@/lib/domain/problems'
import type { PublishedRow } from '@/lib/domain/published/places'
import { type Ledger, sumsOf } from '@/lib/domain/statistics/book'
import { isFigure } from '@/lib/domain/statistics/figure'
import { refused } from '../refuse'
import { renderReport } from '../report/forms/render'
import { reportForms } from '../report/forms/types'
import type { ReadReport } from '../report/read-report'
import { reportKey } from '../report/report-key'
import { readYear } from '../statistics/read-year'
import { verb } from '../verb'
import { contentOf, type Errata, withErrata } from './content'
import { examine } from './examine'
import { catalogueHash, outlineHash, sha256 } from './hashes'

const fileLocales = ['zh-CN', 'en'] as const

/**
 * Publishes the report under review: freezes it with its files, its errata against the edition before, and what it is
 * bound to. Takes some seconds.
 * @throws {Problem} edition-status; own-review where the same person opened it; report-fails with each identity that does
 *   not hold; conflict where the register moved meanwhile; invalid-input where the edition was recorded by hand meanwhile
 */
export const publishEdition = verb('report.publish', reportKey, async (work, key) => {
  const { tx, actor, at } = work
  const open = await holdOpen(tx, key)
  if (open?.status !== 'review') throw new Problem({ code: 'edition-status', edition: open?.status ?? null })
  if (open.openedBy === actor.id) throw new Problem({ code: 'own-review' })
  const principal = principalAmong(actor, [open.openedBy])
  if (principal) throw new Problem({ code: 'stands-for', name: principal.name })
  const { report, failures } = await examine(tx, actor, open, at)
  if (failures.length > 0) throw new Problem({ code: 'report-fails', failures })
  const knownAt = report.readAt
  await assertKnownBy(actor, report, knownAt)

  const errata = await errataSince(tx, actor, open, report)
  const printed = withErrata(report, errata)
  for (const form of reportForms)
    for (const locale of fileLocales) {
      const bytes = Buffer.from(
        await renderReport(printed, form, locale, { number: open.number, publishedAt: at }),
      )
      await insertFile(tx, { edition: open.id, form, locale, sha256: sha256(bytes), bytes })
    }
  await seal()
  const head = await readHead(tx)
  const content = freeze(report)
  const frozen = {
    status: 'published',
    publishedBy: actor.id,
    publishedAt: at,
    knownAt,
    content,
    contentHash: sha256(content),
    catalogueHash: catalogueHash(),
    outlineHash: outlineHash(),
    headSeal: head?.number ?? null,
    headRoot: head?.root ?? null,
    errata: errata && freeze(errata),
  }
  if (!(await moveEdition(tx, open, frozen))) throw new Problem({ code: 'conflict', by: null, at: null })
  if (key.unit === null) await recordPlaces(tx, report, open.number, knownAt)
  await recordTrail(tx, actor, {
    action: 'report.publish',
    subjectKind: 'report',
    subject: String(key.year),
    details: {
      ...key,
      edition: open.number,
      content: frozen.contentHash,
      errata: errata?.places.length ?? 0,
    },
  })
  return { number: open.number }
})

/**
 * An act may be dated before the reading and committed after it. What is frozen must be just what was known by its
 * moment, for every bridge starts there.
 */
async function assertKnownBy(actor: Actor, { year, unit, book }: ReadReport, moment: Date): Promise<void> {
  const then = await readYear(actor, year, { unit, asOf: moment })
  const text = (ledger: Ledger) =>
    freeze([...ledger].map(([split, members]) => [split, [...members].sort()]).sort())
  if (text(then.book.this) !== text(book.this) || text(then.book.last) !== text(book.last)) {
    throw new Problem({ code: 'conflict', by: null, at: null })
  }
}

/** What the report says otherwise than the edition before, and why; null where none was frozen before it. */
async function errataSince(
  tx: Tx,
  actor: Actor,
  open: OpenEdition,
  report: ReadReport,
): Promise<Errata | null> {
  const [latest] = await listPublished(tx, open)
  const before = latest && (await contentOf(tx, latest.id))
  if (!before || !latest.knownAt) return null
  const acts = await readPostedActs(tx, actor, { ...keyOf(open), from: latest.knownAt, to: report.readAt })
  return {
    against: latest.number,
    places: errataOf(changesBetween(seenIn(before.report), seenIn(report)), acts),
  }
}

const keyOf = ({ year, unit }: OpenEdition) => ({ year, unit })

/** The turnover and place of each unit, which offices and bridges know an edition by. */
async function recordPlaces(tx: Tx, report: ReadReport, edition: number, publishedAt: Date): Promise<void> {
  const { year, book, units } = report
  if (await holdEdition(tx, year, edition)) throw refused('edition', 'recorded')
  const ranks = tableOfReport(report, 'units')?.table.rows ?? []
  const rows = units.map(({ code }): PublishedRow => {
    const rank = ranks.find(({ member }) => member === code)?.cells.divisionRank
    return {
      year,
      edition,
      unit: code,
      turnover: sumsOf(book.this, 'unit', code).turnover,
      rank: rank && isFigure(rank) ? Number(rank.n) : null,
    }
  })
  await insertPublished(tx, { year, edition, publishedAt }, rows)
}
