import 'server-only'
import { z } from 'zod'
import { insertInflow } from '@/db/queries/inflow'
import { recordTrail } from '@/db/trail'
import { moneySchema } from '@/lib/domain/contract/kinds'
import { isDate } from '@/lib/domain/time/dates'
import { verb } from '../verb'

const text = z.string().trim().min(1).max(200)

const row = z.strictObject({
  number: z.string().regex(/^\d{16}$/),
  name: text,
  type: text,
  sellerName: text,
  sellerRegion: z.string().regex(/^\d{6}$/),
  buyerName: text,
  buyerUnit: text,
  field: text,
  turnover: moneySchema,
  technology: moneySchema,
  registeredOn: z.string().refine(isDate),
})

const input = z.strictObject({ rows: z.array(row).min(1).max(20_000) })

/**
 * Takes in the national system's extract on contracts registered elsewhere and bought by the Corps (吸纳), which the
 * register can't know by itself. A number already there is left as it is. Returns how many rows were new.
 */
export const importInflow = verb('inflow.import', input, async ({ tx, actor }, { rows }) => {
  const added = await insertInflow(
    tx,
    rows.map((one) => ({ ...one, year: Number(one.registeredOn.slice(0, 4)) })),
  )
  await recordTrail(tx, actor, {
    action: 'inflow.import',
    subjectKind: 'inflow',
    subject: null,
    details: { rows: rows.length, added },
  })
  return { added }
})
