import 'server-only'
import type { Tx } from '@/db/client'
import { type BookedContract, eachBatch, type Fault, readBooked } from '@/db/ledger-check'
import { walkLines } from '@/lib/domain/ledger/implied-lines'
import { factsOf } from '@/lib/domain/statistics/facts'
import type { Area } from '@/lib/domain/units'
import { readAreas } from './recount'

const BATCH = 1000
const MOST = 100

/** Every contract with a number: the postings under each of its events, against what the event's content implies. */
export async function comparePostings(tx: Tx): Promise<{ checked: number; faults: Fault[] }> {
  const areaOn = await readAreas(tx)
  const faults: Fault[] = []
  let checked = 0
  await eachBatch(
    (after) => readBooked(tx, after, BATCH),
    (rows) => {
      for (const row of rows) {
        checked += row.lines.length
        if (faults.length < MOST) faults.push(...faultsOf(row, areaOn))
      }
    },
  )
  return { checked, faults }
}

function faultsOf(
  { id, unit, registeredOn, posting, events, lines }: BookedContract,
  areaOn: (unit: string, day: string) => Area,
): Fault[] {
  const walked = walkLines(
    events.map(({ content, ...event }) => ({
      ...event,
      factsOn: (date) => factsOf(content, { unit, area: areaOn(unit, date), date }),
    })),
    lines,
    registeredOn,
  )
  const faults = walked.faults.map(({ line, event, what }) => ({
    ...(line
      ? { table: 'posting', key: `${line.year}/${line.id}` }
      : { table: 'contract_event', key: String(event) }),
    what,
  }))
  if ((walked.inForce?.id ?? null) !== posting) faults.push({ table: 'contract', key: id, what: 'posting' })
  return faults
}
