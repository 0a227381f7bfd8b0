import 'server-only'
import { v7 as newId } from 'uuid'
import { z } from 'zod'
import { findUnderWay, insertBatch } from '@/db/queries/imports'
import { recordTrail } from '@/db/trail'
import { inTransaction } from '@/db/transaction'
import type { Actor } from '@/lib/domain/access/actor'
import { may } from '@/lib/domain/access/permissions'
import { MOST_MEGABYTES } from '@/lib/domain/import/batch'
import type { ImportKind } from '@/lib/domain/import/mapping'
import { Problem } from '@/lib/domain/problems'
import { receiveAside } from '../files/receive'
import { openTable } from '../spreadsheet/reading/open'
import { parseInput } from '../verb'
import { keepFile } from './file'
import { lookAnywhere } from './look'

const input = z.strictObject({ fileName: z.string().trim().min(1).max(1000) })

/** What a role imports: an office drafts of its own, the centre what is registered already. */
export const kindFor = ({ role }: Actor): ImportKind => (role === 'registrar' ? 'draft' : 'registered')

/** An import that was begun, or the one of the same file that is under way already. */
export interface Begun {
  id: string
  again: boolean
}

/**
 * Takes a file in, keeps it, and says what is understood of it. Nothing is imported yet. Sent twice, a file is taken in once
 * until its import is over.
 * @throws {Problem} forbidden, invalid-input, too-large, unreadable-file
 */
export async function beginImport(
  actor: Actor,
  raw: unknown,
  parts: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  announced?: number,
): Promise<Begun> {
  if (!may(actor.role, 'contract.import')) throw new Problem({ code: 'forbidden' })
  const { fileName } = parseInput(input, raw)
  const limits = { most: MOST_MEGABYTES, ...(announced !== undefined && { announced }) }
  return receiveAside(parts, limits, async ({ path, size, sha256 }) => {
    const underWay = await inTransaction(actor, (tx) => findUnderWay(tx, actor, sha256))
    if (underWay) return { id: underWay, again: true }
    const kind = kindFor(actor)
    const table = await openTable(path)
    const { file, understood } = await lookAnywhere(actor, table, kind).finally(table.close)
    const id = newId()
    await inTransaction(actor, async (tx) => {
      await insertBatch(tx, {
        id,
        kind,
        unit: actor.unit,
        fileName: shownName(fileName),
        size,
        sha256,
        file,
        seen: understood.columns,
        mapping: understood.mapping,
        startedBy: actor.id,
        actor: actor.id,
      })
      await keepFile(tx, id, path)
      await recordTrail(tx, actor, {
        action: 'import.begin',
        subjectKind: 'import',
        subject: id,
        details: { kind, sha256, size },
      })
    })
    return { id, again: false }
  })
}

/** As it is listed: the last part of a path, without what can't be seen. */
const shownName = (given: string): string => {
  const clean = (given.split(/[/\\]/).at(-1) ?? '').replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '').trim()
  return [...clean].slice(-120).join('') || 'file'
}
