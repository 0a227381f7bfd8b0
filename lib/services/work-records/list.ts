import 'server-only'
import type { Tx } from '@/db/client'
import { readInstitutions } from '@/db/queries/institutions'
import { countRecords, listRecords, type RecordLine } from '@/db/queries/work-records'
import { readCounted } from '@/db/queries/work-records-counted'
import { inSnapshot } from '@/db/transaction'
import type { Actor } from '@/lib/domain/access/actor'
import { may } from '@/lib/domain/access/permissions'
import { Problem } from '@/lib/domain/problems'
import { type WorkKindName, workKindNames } from '@/lib/domain/work-records/kinds'
import { decideRecord, ownsRecord } from '@/lib/domain/work-records/lifecycle'
import type { RecordQuery } from '@/lib/domain/work-records/list-query'
import { holdsRecordsOf } from '@/lib/domain/work-records/record'
import { type RolledUp, rollUp } from '@/lib/domain/work-records/roll-up'
import { reading } from '../reader'
import { lastDay, momentOf, unitOfView } from '../statistics/read-year'

export const recordsPerPage = 50

export interface RecordPage {
  /** `waits`: the reader can hand it in or confirm it now. */
  lines: (RecordLine & { waits: boolean })[]
  total: number
  /** What the report's number came to, where the list shows the records behind one. */
  counted: Pick<RolledUp, 'n' | 'isFloor'> | null
}

/** Records of a register within reach, by page. @throws {Problem} forbidden; not-found for a unit outside it */
export async function readRecords(
  actor: Actor,
  kind: WorkKindName,
  query: RecordQuery,
  size: number = recordsPerPage,
  after?: string,
): Promise<RecordPage> {
  if (!may(actor.role, 'work.read')) throw new Problem({ code: 'forbidden' })
  const { counted } = query
  const asOf = counted?.asOf ? await momentOf(new Date(counted.asOf)) : null
  return inSnapshot(actor, async (tx, at) => {
    const behind = counted && (await readBehind(tx, actor, at, counted, asOf))
    const { lines, total } = await listRecords(tx, actor, kind, query, {
      limit: size,
      offset: (query.page - 1) * size,
      ids: behind?.records.map(({ id }) => id),
      after,
    })
    return {
      lines: lines.map((line) => ({ ...shownTo(actor, line), waits: waitsFor(actor, line) })),
      total,
      counted: behind && { n: behind.n, isFloor: behind.isFloor },
    }
  })
}

/** Leadership reads what counts, whatever is being corrected. */
const shownTo = ({ role }: Actor, line: RecordLine): RecordLine =>
  role === 'leader' && line.counted ? { ...line, status: 'confirmed', content: line.counted } : line

const waitsFor = (actor: Actor, { status, unit, counted, people }: RecordLine): boolean =>
  (['submit', 'confirm'] as const).some(
    (action) =>
      decideRecord(actor, action, {
        status,
        unit,
        enteredBy: people.entered,
        editedBy: people.edited,
        counts: counted !== null,
      }).ok,
  )

async function readBehind(
  tx: Tx,
  actor: Actor,
  at: Date,
  { measure, member, year, unit: asked }: NonNullable<RecordQuery['counted']>,
  asOf: Date | null,
): Promise<RolledUp> {
  const unit = unitOfView(actor, asked)
  const [all, institutions] = await Promise.all([
    readCounted(tx, { year, unit, asOf }),
    readInstitutions(tx, asOf),
  ])
  return rollUp(measure, all, { year, day: lastDay(year, asOf ?? at), unit, institutions }, member)
}

/** A register as the overview shows it. */
export interface RegisterLine {
  kind: WorkKindName
  waiting: number
  /** Drafts and returned ones, which are the owner's to go on with. */
  open: number
  /** Confirmed ones of the year asked for. */
  confirmed: number
  /** The actor may enter records here. */
  writes: boolean
}

/** Every register with what waits in it. @throws {Problem} forbidden */
export async function readRegisters(actor: Actor, year: number): Promise<RegisterLine[]> {
  return reading(actor, 'work.read', async (tx) => {
    const counts = await countRecords(tx, actor)
    return workKindNames.map((kind) => {
      const of = (test: (one: (typeof counts)[number]) => boolean) =>
        counts.filter((one) => one.kind === kind && test(one)).reduce((sum, { count }) => sum + count, 0)
      return {
        kind,
        waiting: of(({ status }) => status === 'submitted'),
        open: of(({ status }) => status === 'draft' || status === 'returned'),
        confirmed: of((one) => one.status === 'confirmed' && one.year === year),
        writes: mayEnter(actor, kind),
      }
    })
  })
}

/** Whether the actor may enter records into a register at all. */
export const mayEnter = (actor: Actor, kind: WorkKindName): boolean =>
  may(actor.role, 'work.write') && ownsRecord(actor, actor.unit) && holdsRecordsOf(kind, actor.unit)
