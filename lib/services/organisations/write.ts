import 'server-only'
import type { Tx } from '@/db/client'
import { findOrganisationByCode } from '@/db/queries/organisations'
import type { Party } from '@/lib/domain/contract/content'
import { withoutHiddenOfParty } from '@/lib/domain/contract/hidden'
import { type PartyFieldName, partyFieldNames, partyFields } from '@/lib/domain/contract/party-fields'
import { checkOrganisation } from '@/lib/domain/organisation/organisation'
import { normaliseUscc } from '@/lib/domain/organisation/uscc'
import { Problem } from '@/lib/domain/problems'
import { isRegionLeaf } from '@/lib/domain/regions'

/**
 * The details as the registry keeps them: code in its stored form, nothing that is not asked of such an organisation.
 * @throws {Problem} check-failed with every finding
 */
export function acceptable({ organisation: _, ...given }: Party): Party {
  const details = withoutHiddenOfParty({
    ...given,
    ...(given.code && { code: normaliseUscc(given.code) }),
  })
  const findings = checkOrganisation(details)
  if (details.region && !isRegionLeaf(details.region)) {
    findings.push({
      rule: 'Q38',
      severity: 'error',
      path: 'party.region',
      message: {
        zh: '请选择县（市、区）级行政区划。',
        en: 'Choose a division at county level.',
      },
      source: 'GB/T 2260',
    })
  }
  if (findings.length > 0) throw new Problem({ code: 'check-failed', findings })
  return details
}

/** @throws {Problem} check-failed when another organisation carries the code */
export async function demandFreeCode(tx: Tx, details: Party, self?: string): Promise<void> {
  if (!details.code) return
  const holder = await findOrganisationByCode(tx, details.code)
  if (holder && holder.id !== self) throw taken(holder.details.name ?? '')
}

/** The code belongs to somebody else already. */
export const taken = (name: string): Problem =>
  new Problem({
    code: 'check-failed',
    findings: [
      {
        rule: 'Q20',
        severity: 'error',
        path: 'party.code',
        message: {
          zh: `单位库中已有此代码的单位${name ? `：${name}` : ''}，请直接选用。`,
          en: `An organisation with this code is in the registry already${name ? `: ${name}` : ''}. Choose it instead.`,
        },
        source: 'GB 32100-2015',
      },
    ],
  })

/** Before and after of what changed, for the trail; personal data is named but not repeated there. */
export function changes(before: Party, after: Party): Record<string, { before: unknown; after: unknown }> {
  const changed = partyFieldNames.filter((name) => before[name] !== after[name])
  return Object.fromEntries(
    changed.map((name) => [name, { before: told(name, before[name]), after: told(name, after[name]) }]),
  )
}

const told = (name: PartyFieldName, value: unknown) =>
  'sensitive' in partyFields[name] && value !== undefined ? '***' : (value ?? null)
