import { reachOf } from '../access/permissions'
import type { Role } from '../access/roles'
import type { Content, Party } from './content'
import type { ItemFieldSpec } from './field-spec'
import { field, fieldNames } from './fields'
import { partyFieldNames, partyFields } from './party-fields'

/** What stands in the place of a value that exists and is not shown. */
export const HIDDEN = '＊＊＊＊'

/** Personal data is for the office itself and the centre, which deal with the contract. */
export const seesSensitive = (role: Role): boolean =>
  ['unit', 'submitted'].includes(reachOf(role, 'contract.read') ?? '')

const isSensitive = (name: (typeof partyFieldNames)[number]) =>
  (partyFields[name] as ItemFieldSpec).sensitive === true

/** The content with its sensitive values hidden, for readers and files they are not meant for. */
export function masked(content: Content): Content {
  const shown: Record<string, unknown> = { ...content }
  for (const name of fieldNames) {
    const { kind, sensitive } = field(name)
    const value = content[name]
    if (value === undefined) continue
    if (sensitive) shown[name] = HIDDEN
    else if (kind === 'party') shown[name] = maskedParty(value as Party)
    else if (kind === 'parties') shown[name] = (value as Party[]).map(maskedParty)
  }
  return shown as Content
}

const maskedParty = (party: Party): Party => ({
  ...party,
  ...Object.fromEntries(
    partyFieldNames.filter((name) => isSensitive(name) && party[name]).map((name) => [name, HIDDEN]),
  ),
})
