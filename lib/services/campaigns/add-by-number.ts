import 'server-only'
import { z } from 'zod'
import { findInScope } from '@/db/queries/campaigns'
import type { Actor } from '@/lib/domain/access/actor'
import { reading } from '../reader'
import { refused } from '../refuse'
import { parseInput } from '../verb'
import { addFinding } from './add-finding'

const input = z.strictObject({
  campaign: z.uuid(),
  /** Registration number or local number. */
  number: z.string().trim().min(1).max(40),
  text: z.string().trim().min(4).max(1000),
})

/** Adds a finding on the contract that bears a number. @throws {Problem} invalid-input where none of the scope does */
export async function addFindingByNumber(actor: Actor, given: unknown) {
  const asked = await reading(actor, 'audit.run', async (tx) => {
    const { campaign, number, text } = parseInput(input, given)
    const contract = await findInScope(tx, campaign, number)
    if (contract === null) throw refused('number', 'unknown')
    return { campaign, contract, text }
  })
  return addFinding(actor, asked)
}
