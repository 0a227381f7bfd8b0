import 'server-only'
import { z } from 'zod'
import { workKindNames } from '@/lib/domain/work-records/kinds'

export const kindInput = z.enum(workKindNames)
/** Several records at once, all of them or none. */
export const someRecords = z.strictObject({ ids: z.array(z.uuid()).min(1).max(500) })
/** One record, and why. */
export const withReason = z.strictObject({ id: z.uuid(), reason: z.string().trim().min(4).max(1000) })
export const oneRecord = z.strictObject({ id: z.uuid() })
