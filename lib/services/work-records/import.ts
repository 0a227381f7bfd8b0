import 'server-only'
import { v7 as uuid } from 'uuid'
import { z } from 'zod'
import { recordsWithIdentity } from '@/db/queries/work-records'
import { changeRecord, insertRecords } from '@/db/queries/work-records-write'
import { recordTrail } from '@/db/trail'
import type { Actor } from '@/lib/domain/access/actor'
import { may } from '@/lib/domain/access/permissions'
import { toWire } from '@/lib/domain/contract/kinds'
import { Problem } from '@/lib/domain/problems'
import { shanghaiDate } from '@/lib/domain/time/dates'
import { type RowIssue, readRows } from '@/lib/domain/work-records/import-rows'
import type { WorkKindName } from '@/lib/domain/work-records/kinds'
import { identityOf, recordSchema, sameContent } from '@/lib/domain/work-records/record'
import { readSheet } from '../spreadsheet/read-sheet'
import { unreadable } from '../spreadsheet/reading/cell'
import { parseInput, verb } from '../verb'
import { kindInput } from './inputs'
import { openLists } from './open-lists'
import { mirrored, refuseOthersRegister, refuseSecret } from './write'

/** Rows; more than an office keeps in years. Larger files are told so. */
const MOST_ROWS = 5_000

export interface Imported {
  added: number
  /** Drafts and returned records that the file says otherwise. */
  updated: number
  /** Rows that the register holds as they are. */
  unchanged: number
  issues: RowIssue[]
  ignored: string[]
  /** Ids of the drafts that can be handed in now. */
  drafts: string[]
}

/**
 * Takes in a file of the layout of the export: rows in order become drafts of the actor's own unit or of the centre, the
 * others are told with row, column and reason. What the register holds already changes nothing.
 * @throws {Problem} forbidden; unreadable-file; invalid-input where the register is not the actor's to fill
 */
export async function importRecords(actor: Actor, kind: WorkKindName, bytes: Uint8Array): Promise<Imported> {
  if (!may(actor.role, 'work.write')) throw new Problem({ code: 'forbidden' })
  const sheet = await readSheet(bytes, MOST_ROWS)
  if (sheet.length < 2) throw unreadable('no-rows')
  const read = readRows(kind, sheet, actor.unit, shanghaiDate(new Date()), await openLists(actor, kind))
  if (!read) throw unreadable('no-headings')
  const taken = await takeRows(actor, {
    kind,
    rows: read.rows.map(({ at, content }) => ({ at, content: toWire(content) })),
  })
  return {
    ...taken,
    issues: [...read.issues, ...taken.issues].sort((a, b) => a.row - b.row),
    ignored: read.ignored,
  }
}

const input = z.strictObject({
  kind: kindInput,
  rows: z.array(z.strictObject({ at: z.int(), content: z.record(z.string(), z.unknown()) })),
})

/** Rows that are in order, as drafts of the actor's own. */
export const takeRows = verb(
  'work.write',
  input,
  async (work, { kind, rows }): Promise<Omit<Imported, 'ignored'>> => {
    const { tx, actor, at } = work
    refuseOthersRegister(work, kind)
    const schema = recordSchema(kind)
    const read = rows.map((row) => ({ at: row.at, content: parseInput(schema, row.content) }))
    for (const { content } of read) refuseSecret(kind, content)
    const identified = read.map((row) => ({ ...row, identity: identityOf(kind, row.content) ?? '' }))
    const held = await recordsWithIdentity(
      tx,
      kind,
      actor.unit,
      identified.map(({ identity }) => identity),
    )
    const known = new Map(held.map((record) => [record.identity ?? '', record]))
    const result: Omit<Imported, 'ignored'> = { added: 0, updated: 0, unchanged: 0, issues: [], drafts: [] }
    const fresh = new Map<string, Parameters<typeof insertRecords>[1][number]>()
    for (const { at: row, content, identity } of identified) {
      const record = known.get(identity)
      if (!record && fresh.has(identity)) {
        result.issues.push(told(row, '与文件中前面的一行是同一条记录。', 'The same record as a row above.'))
      } else if (!record) {
        fresh.set(identity, {
          id: uuid(),
          kind,
          unit: actor.unit,
          ...mirrored(kind, content),
          enteredBy: actor.id,
          enteredAt: at,
          editedBy: actor.id,
          editedAt: at,
        })
      } else if (sameContent(kind, record.content, content)) {
        result.unchanged += 1
      } else if (record.status === 'draft' || record.status === 'returned') {
        const change = { ...mirrored(kind, content), editedBy: actor.id, editedAt: at }
        if (!(await changeRecord(tx, record, change))) {
          throw new Problem({ code: 'conflict', by: null, at: null })
        }
        result.updated += 1
        result.drafts.push(record.id)
      } else {
        result.issues.push(
          told(
            row,
            '台账中已有这条记录且内容不同，请打开该记录更正。',
            'The register holds this record with other content; correct it on its page.',
          ),
        )
      }
    }
    await insertRecords(tx, [...fresh.values()])
    result.added = fresh.size
    result.drafts.push(...[...fresh.values()].map(({ id }) => id))
    const { added, updated, unchanged } = result
    await recordTrail(tx, actor, {
      action: 'work.import',
      subjectKind: 'work-record',
      subject: null,
      details: { kind, added, updated, unchanged },
    })
    return result
  },
)

const told = (row: number, zh: string, en: string): RowIssue => ({ row, column: null, message: { zh, en } })
