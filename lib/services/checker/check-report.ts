import 'server-only'
import type { Tx } from '@/db/client'
import { readBook } from '@/db/statistics/book'
import { readYears } from '@/db/statistics/lines'
import { inSnapshot } from '@/db/transaction'
import type { Actor } from '@/lib/domain/access/actor'
import { may } from '@/lib/domain/access/permissions'
import { bounds } from '@/lib/domain/checker/bounds'
import { type CheckedReport, reportSchema } from '@/lib/domain/checker/report'
import { Problem } from '@/lib/domain/problems'
import type { Ledger } from '@/lib/domain/statistics/book'
import { MEGABYTE } from '../documents/megabyte'
import { concatenated } from '../spreadsheet/concatenated'
import { unitOfView } from '../statistics/read-year'
import { parseInput } from '../verb'
import type { Errand, Known, Outcome } from './errand'
import { inThread } from './in-thread'

/** A file on its way, and how many bytes its sender announces. */
export interface Arriving {
  parts: AsyncIterable<Uint8Array> | Iterable<Uint8Array>
  announced?: number
}

/**
 * Checks a pasted report against itself, and against the register as far as the actor sees it: an office its own
 * figures alone. Nothing of the text is kept.
 * @throws {Problem} forbidden; invalid-input (`empty`, `too-long`)
 */
export async function checkReport(actor: Actor, input: unknown): Promise<CheckedReport> {
  permit(actor)
  const { text } = parseInput(reportSchema, input)
  return report(await errand(actor, { source: text, form: { kind: 'report' } }))
}

/**
 * Checks a report in a file: Word, PDF or text, as `checkReport` does. Nothing of it is kept.
 * @throws {Problem} forbidden; too-large as soon as the bound is passed; unreadable-report
 */
export async function checkFile(actor: Actor, file: Arriving): Promise<CheckedReport> {
  permit(actor)
  return report(await errand(actor, { source: await collect(file), form: { kind: 'report' } }))
}

/**
 * A report in a file as Word with what its check came to as comments: the file itself where it is Word, else its text.
 * @throws {Problem} as `checkFile`
 */
export async function commentFile(
  actor: Actor,
  file: Arriving,
  locale: string,
): Promise<Uint8Array<ArrayBuffer>> {
  permit(actor)
  const made = await errand(actor, { source: await collect(file), form: { kind: 'word', locale } })
  if (!(made instanceof Uint8Array)) throw new Error('No file was made')
  return made
}

function permit(actor: Actor): void {
  if (!may(actor.role, 'statistics.read')) throw new Problem({ code: 'forbidden' })
}

function report(outcome: Outcome): CheckedReport {
  if (outcome instanceof Uint8Array) throw new Error('A file was made')
  return outcome
}

/** The bytes of a file, given up as soon as they are too many. */
async function collect({ parts, announced = 0 }: Arriving): Promise<Uint8Array> {
  const most = bounds.megabytes
  const tooLarge = new Problem({ code: 'too-large', most })
  if (announced > most * MEGABYTE) throw tooLarge
  const kept: Uint8Array[] = []
  let size = 0
  for await (const part of parts) {
    size += part.byteLength
    if (size > most * MEGABYTE) throw tooLarge
    kept.push(part)
  }
  return concatenated(kept)
}

const errand = (actor: Actor, asked: Errand): Promise<Outcome> =>
  inThread(asked, async (years): Promise<Known> => {
    const unit = unitOfView(actor, null)
    return { unit, ledgers: await inSnapshot(actor, (tx) => ledgersOf(tx, actor, unit, years)) }
  })

/** The sums of years that have any: of one that has none, the register says nothing. */
async function ledgersOf(tx: Tx, actor: Actor, unit: string | null, years: readonly number[]) {
  const known = new Set(await readYears(tx, actor))
  const ledgers = new Map<number, Ledger>()
  for (const year of years) {
    const wanted = [year, year - 1].filter((one) => known.has(one) && !ledgers.has(one))
    if (wanted.length === 0) continue
    const book = await readBook(tx, actor, year, unit, null)
    for (const one of wanted) ledgers.set(one, one === year ? book.this : book.last)
  }
  return ledgers
}
