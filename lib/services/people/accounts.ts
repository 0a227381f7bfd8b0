import 'server-only'
import { v7 as newId } from 'uuid'
import { z } from 'zod'
import { insertAccount } from '@/db/queries/accounts'
import { readUnits } from '@/db/queries/reference'
import { recordTrail } from '@/db/trail'
import { type Role, roleNames } from '@/lib/domain/access/roles'
import { refused } from '../refuse'
import { verb, type Work } from '../verb'
import { type Cost, hashPassword, oneTimePassword } from './password'
import { normalUsername } from './prove'

export const personFields = {
  name: z.string().trim().min(1, 'required').max(60, 'too-long'),
  role: z.enum(roleNames as [Role, ...Role[]]),
  /** Unit code; for registrars alone. */
  unit: z.string().nullable().default(null),
}

const input = z.strictObject({
  username: z
    .string()
    .transform(normalUsername)
    .pipe(z.string().regex(/^[a-z0-9][a-z0-9._-]{1,39}$/, 'username')),
  ...personFields,
})

type Person = z.output<typeof input>

/** Makes an account with a one-time password, which is returned once and must be changed at first sign-in. */
export const createAccount = verb('account.write', input, async (work, person) => {
  const password = oneTimePassword()
  const id = await addAccount(work, person, { password, mustChange: true })
  return { id, username: person.username, oneTimePassword: password }
})

/**
 * The same with a password (and an id) of the caller's choice, for the first administrator and for tests: no page
 * reaches it.
 * @throws {Problem} invalid-input when the name is taken or role and unit don't fit
 */
export async function addAccount(
  work: Pick<Work, 'tx' | 'actor' | 'today'>,
  person: Person,
  secret: { password: string; mustChange: boolean; cost?: Cost },
  id: string = newId(),
): Promise<string> {
  const { tx, actor } = work
  await checkUnit(work, person)
  const made = await insertAccount(
    tx,
    { id, ...person },
    { passwordHash: await hashPassword(secret.password, secret.cost), mustChange: secret.mustChange },
  )
  if (!made) throw refused('username', 'taken')
  const { username, name, role, unit } = person
  await recordTrail(tx, actor, {
    action: 'account.create',
    subjectKind: 'account',
    subject: id,
    details: { after: { username, name, role, unit } },
  })
  return id
}

/** A registrar belongs to a unit that is open today, and nobody else to any. */
export async function checkUnit(
  { tx, today }: Pick<Work, 'tx' | 'today'>,
  { role, unit }: { role: Role; unit: string | null },
): Promise<void> {
  if (role !== 'registrar') {
    if (unit !== null) throw refused('unit', 'not-for-role')
    return
  }
  if (unit === null) throw refused('unit', 'required')
  const known = (await readUnits(tx, today)).get(unit)
  if (!known || known.closed) throw refused('unit', 'closed')
}
