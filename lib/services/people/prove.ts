import 'server-only'
import { createHash } from 'node:crypto'
import { type Account, asActor, findSignIn } from '@/db/queries/accounts'
import { readSettings } from '@/db/queries/reference'
import {
  forgiveFailures,
  isKnownAddress,
  lockFailures,
  rememberAddress,
  setFailures,
} from '@/db/queries/sessions'
import { recordTrail } from '@/db/trail'
import { gate, inTransaction } from '@/db/transaction'
import type { Actor } from '@/lib/domain/access/actor'
import { acrossAddresses, mayTry, remembered } from '@/lib/domain/access/throttle'
import { shanghaiDate } from '@/lib/domain/time/dates'
import { verifyPassword } from './password'

/** User names are told apart without capitals, blanks or full-width forms. */
export const normalUsername = (typed: string): string =>
  typed.normalize('NFKC').replaceAll('\0', '').trim().toLowerCase()

const key = (...parts: string[]) => createHash('sha256').update(parts.join('|')).digest('hex')

/**
 * Whether this password is this person's. A wrong name, a wrong password, a disabled account and a door that must
 * wait get the same answer after the same work. Guessing at one name from one address waits ever longer; guesses at
 * a name from many addresses wait too, but never keep a person out where they have signed in before.
 * @param address the client's, or '' where it can't be known
 */
export async function provePassword(
  username: string,
  password: string,
  address: string,
): Promise<Actor | null> {
  const keys = { pair: key(username, address), name: key(username) }
  const door = await knock(username, keys)
  const right = await verifyPassword(door.found?.credential.passwordHash ?? null, password)
  const reason = whyNot(door, right)
  await inTransaction(gate, async (tx) => {
    const account = door.found?.account
    if (reason || !account) {
      await recordTrail(
        tx,
        gate,
        {
          action: 'sign-in.failed',
          subjectKind: 'account',
          subject: account?.id ?? null,
          details: { reason, ...(account && { username: account.username }) },
        },
        address,
      )
      return
    }
    await forgiveFailures(tx, keys.pair, door.failures)
    await forgiveFailures(tx, keys.name, door.failures)
    await rememberAddress(tx, keys.pair, account.id)
  })
  return reason || !door.found ? null : asActor(door.found.account, null)
}

interface Door {
  found: { account: Account; credential: { passwordHash: string } } | null
  open: boolean
  /** Failures from this address, the present try included until it proves right. */
  failures: number
}

/** Counts the try before it is known to be wrong: a hundred at once are a hundred failures. */
const knock = (username: string, keys: { pair: string; name: string }): Promise<Door> =>
  inTransaction(gate, async (tx, at) => {
    const { signInFailures } = await readSettings(tx, shanghaiDate(at))
    const found = await findSignIn(tx, username)
    const failures = await lockFailures(tx, [keys.pair, keys.name])
    const pair = failures.get(keys.pair) ?? null
    const name = failures.get(keys.name) ?? null
    const open =
      mayTry(pair, signInFailures, at) &&
      (mayTry(name, signInFailures * acrossAddresses, at) || (await isKnownAddress(tx, keys.pair)))
    const count = remembered(pair, at) + (open ? 1 : 0)
    if (open) {
      await setFailures(tx, keys.pair, count)
      await setFailures(tx, keys.name, remembered(name, at) + 1)
    }
    return { found, open, failures: count }
  })

function whyNot({ found, open }: Door, right: boolean): string | null {
  if (!open) return 'throttled'
  if (!found) return 'unknown-name'
  if (found.account.disabledAt) return 'disabled'
  return right ? null : 'wrong-password'
}
