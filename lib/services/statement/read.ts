import 'server-only'
import { createHash } from 'node:crypto'
import type { Tx } from '@/db/client'
import { readToday, readUnits } from '@/db/queries/reference'
import {
  readMonthActs,
  readMonthReconciliations,
  readMonthSums,
  readSignatures,
  type Signature,
} from '@/db/queries/statements'
import type { Actor } from '@/lib/domain/access/actor'
import { reachOf } from '@/lib/domain/access/permissions'
import { Problem } from '@/lib/domain/problems'
import { monthSchema } from '@/lib/domain/reconcile/period'
import {
  canonical,
  type MovedSince,
  monthsOf,
  movedSince,
  type SignatureState,
  type StatementContent,
  signatureState,
  statementOf,
} from '@/lib/domain/statement/statement'
import type { Words } from '@/lib/domain/words'
import { reading } from '../reader'

/** A month of an office as it stands now, with what was last signed of it. */
export interface MonthStatement {
  content: StatementContent
  /** SHA-256 of the content: what a signature is over. */
  hash: string
  state: SignatureState
  signature: Pick<Signature, 'signedBy' | 'signedAt' | 'hash'> | null
  /** What moved since; null where nothing did or nothing was signed. */
  moved: MovedSince | null
  /** The month's latest reconciliation. */
  reconciliation: string | null
}

export const hashOf = (content: StatementContent): string =>
  createHash('sha256').update(canonical(content)).digest('hex')

/** The statements of a year within reach, month by month; of one unit where one is asked for. */
export async function statementsIn(
  tx: Tx,
  actor: Actor,
  year: number,
  unit: string | null,
): Promise<Map<string, Map<string, MonthStatement>>> {
  const today = await readToday(tx)
  const [sums, acts, reconciliations, signatures, units] = await Promise.all([
    readMonthSums(tx, actor, year, unit),
    readMonthActs(tx, year),
    readMonthReconciliations(tx, year),
    readSignatures(tx, actor, year, unit),
    readUnits(tx, today),
  ])
  const codes = unit === null ? [...units.keys()].sort() : [unit]
  return new Map(
    codes.map((code) => [
      code,
      new Map(
        monthsOf(year).map((month) => {
          const of = <T extends { unit: string; month: string }>(rows: readonly T[]) =>
            rows.filter((row) => row.unit === code && row.month === month)
          const [reconciliation] = of(reconciliations)
          const content = statementOf(code, month, {
            byType: of(sums),
            acts: Object.fromEntries(of(acts).map(({ action, acts: count }) => [action, count])),
            reconciliation: reconciliation ?? null,
          })
          const hash = hashOf(content)
          const [signed] = of(signatures)
          const state = signatureState(month, today, signed?.hash ?? null, hash)
          const one: MonthStatement = {
            content,
            hash,
            state,
            signature: signed
              ? { signedBy: signed.signedBy, signedAt: signed.signedAt, hash: signed.hash }
              : null,
            moved: signed && state === 'broken' ? movedSince(signed.content, content) : null,
            reconciliation: reconciliation?.id ?? null,
          }
          return [month, one]
        }),
      ),
    ]),
  )
}

/** Who sees which unit's statements. @throws {Problem} forbidden; not-found for another office's */
export function unitWithin(actor: Actor, asked: string | null): string | null {
  const reach = reachOf(actor.role, 'statement.read')
  if (reach === null) throw new Problem({ code: 'forbidden' })
  if (reach !== 'unit') return asked
  if (asked !== null && asked !== actor.unit) throw new Problem({ code: 'not-found' })
  return actor.unit
}

export interface YearOfStatements {
  year: number
  units: { code: string; words: Words; months: MonthStatement[] }[]
}

/** A year of statements: an office's own, the centre's of all units. @throws {Problem} forbidden */
export const readStatements = (actor: Actor, year: number): Promise<YearOfStatements> =>
  reading(actor, 'statement.read', async (tx) => {
    const found = await statementsIn(tx, actor, year, unitWithin(actor, null))
    const names = await readUnits(tx, await readToday(tx))
    return {
      year,
      units: [...found].map(([code, months]) => {
        const known = names.get(code)
        return {
          code,
          words: { zh: known?.nameZh ?? code, en: known?.nameEn ?? code },
          months: [...months.values()],
        }
      }),
    }
  })

export interface StatementView extends MonthStatement {
  unit: Words & { code: string }
}

/** The statement of a unit and month; null where there is no such unit or month. @throws {Problem} forbidden, not-found */
export async function readStatement(
  actor: Actor,
  unit: string,
  month: string,
): Promise<StatementView | null> {
  const within = unitWithin(actor, unit)
  if (!monthSchema.safeParse(month).success) return null
  return reading(actor, 'statement.read', async (tx) => {
    const known = (await readUnits(tx, await readToday(tx))).get(unit)
    if (!known) return null
    const months = (await statementsIn(tx, actor, Number(month.slice(0, 4)), within)).get(unit)
    const found = months?.get(month)
    return found ? { ...found, unit: { code: unit, zh: known.nameZh, en: known.nameEn } } : null
  })
}
