import { checkParty, type Finding } from '../contract/check'
import { isRequired } from '../contract/conditions'
import type { Party } from '../contract/content'
import { partyFields } from '../contract/party-fields'
import { usccProblem, usccProblemWords } from './uscc'

/** An entry of the registry that the parties of contracts are taken from. */
export interface Organisation {
  id: string
  /** What is known of it, as a contract's party would carry it. */
  details: Party
  updatedAt: Date
}

/** The party as a contract takes it over: a snapshot that leads back to its entry. */
export const partyOf = ({ id, details }: Organisation): Party => ({ ...details, organisation: id })

/** What keeps an organisation from being entered; the same dictionary as a contract's party, and GB 32100. */
export function checkOrganisation(details: Party, path = 'party'): Finding[] {
  const found = checkParty(path, details)
  const problem = details.code && isRequired(partyFields.code, {}, details) ? usccProblem(details.code) : null
  if (!problem) return found
  return [
    ...found,
    {
      rule: 'Q20',
      severity: 'error',
      path: `${path}.code`,
      message: usccProblemWords[problem],
      source: 'GB 32100-2015',
    },
  ]
}
