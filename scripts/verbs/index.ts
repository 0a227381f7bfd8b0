import { house } from './house'
import { imports } from './imports'
import { ledger } from './ledger'
import { people } from './people'
import type { TerminalVerb } from './verb'

/** Every verb of the operator's command line, in the order of the help. */
export const verbs: TerminalVerb[] = [...people, ...imports, ...ledger, ...house]
