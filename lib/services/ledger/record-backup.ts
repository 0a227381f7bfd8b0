import 'server-only'
import { z } from 'zod'
import { recordTrail } from '@/db/trail'
import { verb } from '../verb'

/** Writes to the trail that the register is being copied as a whole; the copy holds the entry too. */
export const recordBackup = verb('register.backup', z.strictObject({}), ({ tx, actor }) =>
  recordTrail(tx, actor, { action: 'ledger.backup', subjectKind: 'ledger', subject: null }),
)
