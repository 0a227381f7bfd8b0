import 'server-only'
import type { Tx } from '@/db/client'
import {
  type CountedRow,
  eachBatch,
  readCounted,
  readStrayLines,
  readTotalFaults,
  readUnitVersions,
  type TotalFault,
} from '@/db/ledger-check'
import { inSnapshot } from '@/db/transaction'
import type { Actor } from '@/lib/domain/access/actor'
import { may } from '@/lib/domain/access/permissions'
import { factNames } from '@/lib/domain/ledger/implied-lines'
import { Problem } from '@/lib/domain/problems'
import { type Facts, factsOf } from '@/lib/domain/statistics/facts'
import type { Area } from '@/lib/domain/units'

export type Difference =
  /** A contract is posted under something else than its content says; amounts in fen. */
  | { kind: 'fact'; contract: string; fact: keyof Facts; counted: string; posted: string }
  /** A registered contract has no line in force. */
  | { kind: 'unposted'; contract: string }
  /** The lines of a contract add up to neither none nor one as its standing asks. */
  | { kind: 'stray'; contract: string; lines: number }
  /** A running total is not the sum of its postings. */
  | ({ kind: 'total' } & TotalFault)

export interface Recount {
  contracts: number
  agrees: boolean
  differences: readonly Difference[]
}

const BATCH = 2000
const MOST = 200

/** Whether an actor may compare contents with the books: check the ledger, and read every contract. */
export const mayRecount = ({ role }: Actor): boolean =>
  may(role, 'ledger.check') && may(role, 'contract.read')

/**
 * Counts again from the contents of the contracts themselves and compares with postings and totals, from one snapshot.
 * Takes a minute or two per million contracts.
 * @throws {Problem} forbidden for whoever may not both check the ledger and read every contract
 */
export async function recount(actor: Actor): Promise<Recount> {
  if (!mayRecount(actor)) throw new Problem({ code: 'forbidden' })
  return inSnapshot(actor, async (tx) => {
    const { contracts, differences } = await recountContracts(tx)
    for (const fault of await readTotalFaults(tx, MOST)) differences.push({ kind: 'total', ...fault })
    return { contracts, agrees: differences.length === 0, differences }
  })
}

/** The area of a unit on a day, by the versions of the units. */
export async function readAreas(tx: Tx): Promise<(unit: string, day: string) => Area> {
  const versions = await readUnitVersions(tx)
  return (unit, day) =>
    (versions.findLast((one) => one.unit === unit && one.validFrom <= day)?.area as Area | undefined) ??
    'north'
}

/** Contracts against the lines in force, without the totals. */
export async function recountContracts(tx: Tx): Promise<{ contracts: number; differences: Difference[] }> {
  const areaOn = await readAreas(tx)
  const differences: Difference[] = []
  let contracts = 0
  await eachBatch(
    (after) => readCounted(tx, after, BATCH),
    (rows) => {
      contracts += rows.length
      for (const row of rows) {
        if (differences.length < MOST)
          differences.push(...differencesOf(row, areaOn(row.unit, row.registeredOn)))
      }
    },
  )
  for (const stray of await readStrayLines(tx, MOST)) differences.push({ kind: 'stray', ...stray })
  return { contracts, differences }
}

function differencesOf({ id, unit, registeredOn, content, line }: CountedRow, area: Area): Difference[] {
  if (!line) return [{ kind: 'unposted', contract: id }]
  const facts = factsOf(content, { unit, area, date: registeredOn })
  return factNames
    .filter((fact) => facts[fact] !== line[fact])
    .map((fact) => ({
      kind: 'fact',
      contract: id,
      fact,
      counted: String(facts[fact]),
      posted: String(line[fact]),
    }))
}
