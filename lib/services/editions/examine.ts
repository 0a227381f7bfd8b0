import 'server-only'
import type { Tx } from '@/db/client'
import { findOpen, type OpenEdition, type ReportKey, readSignatures } from '@/db/queries/editions'
import { inSnapshot } from '@/db/transaction'
import type { Actor } from '@/lib/domain/access/actor'
import { may } from '@/lib/domain/access/permissions'
import type { Failure } from '@/lib/domain/edition/failure'
import { failuresOf } from '@/lib/domain/edition/identities'
import { onlyPrinted } from '@/lib/domain/edition/shown'
import { signedChapters } from '@/lib/domain/edition/signatures'
import { Problem } from '@/lib/domain/problems'
import { unsourced } from '@/lib/domain/report/unsourced'
import { shanghaiDate } from '@/lib/domain/time/dates'
import { type ReadReport, readReport } from '../report/read-report'
import { reportKey } from '../report/report-key'
import { parseInput } from '../verb'
import { chaptersToSign } from './hashes'
import { recountedBook } from './recounted'

/** The live report as it would be published, and everything that stands in the way. */
export async function examine(
  tx: Tx,
  actor: Actor,
  open: OpenEdition,
  at: Date,
): Promise<{ report: ReadReport; failures: Failure[] }> {
  const { year, unit } = open
  const report = onlyPrinted(await readReport(actor, { year, unit }))
  const failures = failuresOf({
    report,
    today: shanghaiDate(at),
    recounted: await recountedBook(tx, open),
    unsourced: unsourced(report.chapters),
    signed: signedChapters(chaptersToSign(report), await readSignatures(tx, open.id, open.round)),
    publishers: [actor.id, ...(actor.standsFor ?? []).map(({ id }) => id)],
  })
  return { report, failures }
}

/** What publishing would refuse, now. @throws {Problem} forbidden; edition-status where the report is not under review */
export async function checkEdition(actor: Actor, raw: unknown): Promise<{ failures: Failure[] }> {
  if (!may(actor.role, 'report.publish')) throw new Problem({ code: 'forbidden' })
  const key: ReportKey = parseInput(reportKey, raw)
  return inSnapshot(actor, async (tx, at) => {
    const open = await findOpen(tx, key)
    if (open?.status !== 'review')
      throw new Problem({ code: 'edition-status', edition: open?.status ?? null })
    if (open.openedBy === actor.id) throw new Problem({ code: 'own-review' })
    const { failures } = await examine(tx, actor, open, at)
    return { failures }
  })
}
