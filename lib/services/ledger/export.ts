import 'server-only'
import { seal } from '@/db/ledger-check'
import { type Head, lineKinds, readHead, readLines, readSeals, readTotals } from '@/db/ledger-export'
import { recordTrail } from '@/db/trail'
import { inSnapshot, inTransaction } from '@/db/transaction'
import type { Actor } from '@/lib/domain/access/actor'
import { may } from '@/lib/domain/access/permissions'
import { Problem } from '@/lib/domain/problems'

export interface Exported {
  /** Rows by file. */
  rows: Record<string, number>
  head: Head | null
}

/**
 * The whole ledger from one snapshot as JSON lines, for `scripts/verify_ledger.py`: events, postings and imprints with
 * exactly the text that was hashed, trail rows as hashes alone, seals and totals. What the actor may not read (drafts; for
 * the security auditor every content) goes out as its hash. Amounts in fen. The trail knows of it beforehand.
 * @param write appends text to a file of that name
 * @throws {Problem} forbidden
 */
export async function exportLedger(
  actor: Actor,
  write: (file: string, text: string) => Promise<void>,
): Promise<Exported> {
  if (!may(actor.role, 'ledger.check')) throw new Problem({ code: 'forbidden' })
  await inTransaction(actor, (tx) =>
    recordTrail(tx, actor, { action: 'ledger.export', subjectKind: 'ledger', subject: null }),
  )
  await seal()
  return inSnapshot(actor, async (tx) => {
    const rows: Record<string, number> = {}
    const append = async (name: string, lines: readonly object[]) => {
      const file = `${name}.jsonl`
      rows[file] = (rows[file] ?? 0) + lines.length
      await write(file, lines.map((line) => `${JSON.stringify(line, plain)}\n`).join(''))
    }
    for (const kind of lineKinds) {
      await append(kind, [])
      for await (const lines of readLines(tx, kind)) await append(kind, lines)
    }
    await append('seals', await readSeals(tx))
    await append('totals', await readTotals(tx))
    return { rows, head: await readHead(tx) }
  })
}

const plain = (_: string, value: unknown) => (typeof value === 'bigint' ? String(value) : value)
