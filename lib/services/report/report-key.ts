import 'server-only'
import { z } from 'zod'
import type { Tx } from '@/db/client'
import { readUnits } from '@/db/queries/reference'
import { Problem } from '@/lib/domain/problems'

/** Whose report of which year somebody writes on; `unit` null for the whole Corps. */
export const reportKey = z.strictObject({
  year: z.int().min(2000).max(2100),
  unit: z.string().max(20).nullable(),
})

/** @throws {Problem} not-found for a unit that there isn't */
export async function demandUnit(tx: Tx, unit: string | null, today: string): Promise<void> {
  if (unit !== null && !(await readUnits(tx, today)).has(unit)) throw new Problem({ code: 'not-found' })
}
