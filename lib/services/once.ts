import 'server-only'
import { AsyncLocalStorage } from 'node:async_hooks'
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import type { Tx } from '@/db/client'
import { findKeptAnswer, holdKey, type KeptAnswer, keepAnswer } from '@/db/queries/kept-answers'
import { inTransaction } from '@/db/transaction'
import type { Actor } from '@/lib/domain/access/actor'
import { Problem } from '@/lib/domain/problems'

/** A request under a key (draft-ietf-httpapi-idempotency-key-header): whose it is, and what it asks. */
export interface Keyed {
  actor: Actor
  token: string
  /** The token itself: the answer is kept so that it alone opens it. */
  bearer: string
  key: string
  /** SHA-256 of what is asked. */
  asked: Buffer
}

/** The verb that carries the act, and what is answered of its output. */
interface Carrying {
  verb: unknown
  says: (output: unknown) => unknown
}

const carried = new AsyncLocalStorage<Keyed & Carrying>()

/** Thrown out of a transaction that another request under the key has forestalled. */
class Answered extends Error {
  constructor(readonly answer: unknown) {
    super('answered before')
  }
}

/** Requests under way in this process; across processes the database's lock tells. */
const running = new Set<string>()

/**
 * Does something once for a key: a second time it is answered as the first. Where one verb carries the act, its
 * transaction keeps the answer, so that no crash can leave the one without the other; a refusal is not kept, for nothing
 * was done. Otherwise the answer is kept when it is known.
 * @throws {Problem} key-running, key-reused
 */
export async function onceFor<A>(
  keyed: Keyed,
  carrying: Carrying | undefined,
  act: () => Promise<A>,
): Promise<{ answer: A; again: boolean }> {
  const name = `${keyed.token}/${keyed.key}`
  if (running.has(name)) throw new Problem({ code: 'key-running' })
  running.add(name)
  try {
    const before = await inTransaction(keyed.actor, (tx) => findKeptAnswer(tx, keyed))
    if (before) return { answer: opened(keyed, before) as A, again: true }
    if (carrying) return { answer: await carried.run({ ...keyed, ...carrying }, act), again: false }
    const answer = await act()
    await inTransaction(keyed.actor, (tx) => keep(tx, keyed, answer))
    return { answer, again: false }
  } catch (error) {
    if (error instanceof Answered) return { answer: error.answer as A, again: true }
    throw error
  } finally {
    running.delete(name)
  }
}

type Within = <T>(tx: Tx, act: () => Promise<T>) => Promise<T>

/** How a verb is to act within its transaction: the one that a keyed request carries, once. To be asked before it opens. */
export function once(verb: unknown): Within {
  const keyed = carried.getStore()
  if (!keyed || keyed.verb !== verb) return (_, act) => act()
  return async (tx, act) => {
    if (!(await holdKey(tx, keyed))) throw new Problem({ code: 'key-running' })
    const before = await findKeptAnswer(tx, keyed)
    if (before) throw new Answered(opened(keyed, before))
    const output = await act()
    await keep(tx, keyed, keyed.says(output))
    return output
  }
}

const keep = (tx: Tx, keyed: Keyed, answer: unknown) =>
  keepAnswer(tx, {
    token: keyed.token,
    key: keyed.key,
    account: keyed.actor.id,
    asked: keyed.asked,
    answer: sealed(keyed, answer),
  })

const keyOf = ({ bearer, key }: Keyed, salt: Buffer) =>
  Buffer.from(hkdfSync('sha256', bearer, salt, `jishi kept answer ${key}`, 32))

function sealed(keyed: Keyed, answer: unknown): Buffer {
  const [salt, nonce] = [randomBytes(16), randomBytes(12)]
  const cipher = createCipheriv('aes-256-gcm', keyOf(keyed, salt), nonce)
  const text = Buffer.concat([cipher.update(JSON.stringify(answer), 'utf8'), cipher.final()])
  return Buffer.concat([salt, nonce, cipher.getAuthTag(), text])
}

/** @throws {Problem} key-reused where something else was asked under the key */
function opened(keyed: Keyed, { asked, answer }: KeptAnswer): unknown {
  if (!keyed.asked.equals(asked)) throw new Problem({ code: 'key-reused' })
  const decipher = createDecipheriv(
    'aes-256-gcm',
    keyOf(keyed, answer.subarray(0, 16)),
    answer.subarray(16, 28),
  )
  decipher.setAuthTag(answer.subarray(28, 44))
  return JSON.parse(Buffer.concat([decipher.update(answer.subarray(44)), decipher.final()]).toString('utf8'))
}
