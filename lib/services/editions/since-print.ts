import 'server-only'
import { readPostedActs } from '@/db/statistics/acts'
import type { Actor } from '@/lib/domain/access/actor'
import { changesBetween } from '@/lib/domain/edition/changes'
import type { EditionHead } from '@/lib/domain/edition/edition'
import { type Erratum, errataOf } from '@/lib/domain/edition/errata'
import { seenIn } from '@/lib/domain/edition/lines'
import { onlyPrinted } from '@/lib/domain/edition/shown'
import { Problem } from '@/lib/domain/problems'
import { reading } from '../reader'
import { type ReadReport, readReport } from '../report/read-report'
import { type BridgeAnswer, readBridge } from '../statistics/read-bridge'
import { unitOfView } from '../statistics/read-year'
import { type AskedEdition, readEdition } from './read-edition'

export interface SincePrint {
  head: EditionHead
  editions: readonly EditionHead[]
  /** The year's sums from the edition's moment to now, cause by cause. */
  bridge: BridgeAnswer
  /** What the report says otherwise by now. */
  places: readonly Erratum[]
  live: ReadReport
}

/**
 * What changed since an edition was published, by cause, with the contracts. It tells of live figures, so an office asks
 * for its own unit's report. @throws {Problem} forbidden; not-found
 */
export async function readSincePrint(actor: Actor, asked: AskedEdition): Promise<SincePrint> {
  const unit = unitOfView(actor, asked.unit)
  const { head, editions, report } = await readEdition(actor, { ...asked, unit })
  const { year, knownAt } = head
  if (!knownAt) throw new Problem({ code: 'not-found' })
  const live = onlyPrinted(await readReport(actor, { year, unit }))
  const [bridge, acts] = await Promise.all([
    readBridge(actor, { year, unit, from: knownAt, to: null }),
    reading(actor, 'statistics.read', (tx) =>
      readPostedActs(tx, actor, { year, unit, from: knownAt, to: live.readAt }),
    ),
  ])
  return {
    head,
    editions,
    bridge,
    live,
    places: errataOf(changesBetween(seenIn(report), seenIn(live)), acts),
  }
}
