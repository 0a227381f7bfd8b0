import 'server-only'
import type { Tx } from '@/db/client'
import { readBook } from '@/db/statistics/book'
import { readYears } from '@/db/statistics/lines'
import { inSnapshot } from '@/db/transaction'
import type { Actor } from '@/lib/domain/access/actor'
import { may } from '@/lib/domain/access/permissions'
import { check } from '@/lib/domain/checker/check'
import { readText } from '@/lib/domain/checker/read-text'
import { yearsNamed } from '@/lib/domain/checker/reading/report-year'
import { registerOf } from '@/lib/domain/checker/register-of'
import { type CheckedReport, reportSchema } from '@/lib/domain/checker/report'
import { ruleWords } from '@/lib/domain/checker/rules'
import { Problem } from '@/lib/domain/problems'
import type { Ledger } from '@/lib/domain/statistics/book'
import { unitOfView } from '../statistics/read-year'
import { parseInput } from '../verb'

/** Years of a report that are looked up, each with the one before it. */
const MOST_YEARS = 3

/**
 * Checks a pasted report against itself, and against the register as far as the actor sees it: an office its own
 * figures alone. Nothing of the text is kept.
 * @throws {Problem} forbidden; invalid-input (`empty`, `too-long`)
 */
export async function checkReport(actor: Actor, input: unknown): Promise<CheckedReport> {
  if (!may(actor.role, 'statistics.read')) throw new Problem({ code: 'forbidden' })
  const { text } = parseInput(reportSchema, input)
  const blocks = readText(text)
  const unit = unitOfView(actor, null)
  const asked = yearsNamed(blocks).slice(0, MOST_YEARS)
  const ledgers = await inSnapshot(actor, (tx) => ledgersOf(tx, actor, unit, asked))
  const { year, findings, numbers, counts } = check(blocks, registerOf(ledgers, unit))
  return {
    year,
    counts,
    blocks,
    findings: findings.map((finding) => ({ ...finding, rule: ruleWords[finding.rule] })),
    unread: numbers
      .filter(({ standing }) => standing === 'not-understood')
      .map(({ block, start, end, printed }) => ({ block, start, end, printed })),
    compared: { years: [...ledgers.keys()].sort((a, b) => b - a), unit },
  }
}

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
