import 'server-only'
import { hash } from '@node-rs/argon2'
import { atTime } from '@/db/clock'
import { account, credential } from '@/db/schema'
import { recordTrail } from '@/db/trail'
import { inTransaction } from '@/db/transaction'
import { people, person } from './people'

/** Gives every person of the story an account with the same password. */
export async function enrol(password: string, at: Date): Promise<void> {
  const passwordHash = await hash(password)
  const admin = person('admin')
  await atTime(at, () =>
    inTransaction(admin, async (tx) => {
      for (const { id, username, name, role, unit } of people) {
        await tx.insert(account).values({ id, username, name, role, unit })
        await tx.insert(credential).values({ account: id, passwordHash, changedAt: new Date() })
        await recordTrail(tx, admin, {
          action: 'account.create',
          subjectKind: 'account',
          subject: id,
          details: { username, role, unit },
        })
      }
    }),
  )
}
