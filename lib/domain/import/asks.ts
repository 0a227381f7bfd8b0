import { z } from 'zod'
import type { Content } from '../contract/content'
import { differences } from '../contract/diff'
import type { FieldName } from '../contract/fields'
import { toWire } from '../contract/kinds'
import { amends, requestKindNames } from '../request/kinds'

/** What can be asked for a registered contract that a row says otherwise. */
export const askedKinds = requestKindNames.filter(amends)

/** One ground for all contracts of an import that are asked for together. */
export const groundSchema = z.strictObject({
  kind: z.enum(requestKindNames).refine(amends, { error: 'kind' }),
  reason: z.string().max(8),
  text: z.string().trim().min(4).max(2000),
})

/** The ground as the batch keeps it, with the status it goes back to when all is asked. */
export const asksSchema = groundSchema.extend({ back: z.enum(['judged', 'done']) })

/** Fields in which a row differs from the contract, as a request gives them: in wire form, null to clear one. */
export function proposedPatch(before: Content, after: Content): Partial<Record<FieldName, unknown>> {
  const wire = toWire(after) as Record<string, unknown>
  const names = new Set(differences(before, after).map(({ field }) => field))
  return Object.fromEntries([...names].map((name) => [name, wire[name] ?? null]))
}
