import 'server-only'
import { z } from 'zod'
import { findOrganisation, listOrganisations, searchOrganisations } from '@/db/queries/organisations'
import { inSnapshot } from '@/db/transaction'
import type { Actor } from '@/lib/domain/access/actor'
import { may } from '@/lib/domain/access/permissions'
import { type Organisation, partyOf } from '@/lib/domain/organisation/organisation'
import { Problem } from '@/lib/domain/problems'
import { typedWords } from '@/lib/domain/text/typed'
import { verb } from '../verb'

/** Parties for the few characters typed, the likeliest first. */
export const findParties = verb(
  'organisation.read',
  z.strictObject({ text: typedWords(200) }),
  async ({ tx }, { text }) => (await searchOrganisations(tx, text, 12)).map(partyOf),
)

export const organisationsPerPage = 30

/** A page of the registry. */
export async function readOrganisations(actor: Actor, text: string, page: number, after?: string) {
  demandReading(actor)
  return inSnapshot(actor, (tx) =>
    listOrganisations(tx, text, {
      offset: (page - 1) * organisationsPerPage,
      limit: organisationsPerPage,
      after,
    }),
  )
}

/** One entry of the registry, or null. */
export async function readOrganisation(actor: Actor, id: string): Promise<Organisation | null> {
  demandReading(actor)
  if (!z.uuid().safeParse(id).success) return null
  return inSnapshot(actor, (tx) => findOrganisation(tx, id))
}

function demandReading(actor: Actor): void {
  if (!may(actor.role, 'organisation.read')) throw new Problem({ code: 'forbidden' })
}
