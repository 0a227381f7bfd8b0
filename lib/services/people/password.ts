import 'server-only'
import { randomBytes, randomInt } from 'node:crypto'
import { hash, verify } from '@node-rs/argon2'

/** Argon2id's cost. Kilobytes of memory and passes; lighter ones are for tests and the demo story alone. */
export interface Cost {
  memoryCost: number
  timeCost: number
  parallelism: number
}

/** OWASP password storage cheat sheet: Argon2id with 19 MiB, 2 passes, 1 lane. */
const owasp: Cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** Argon2id in PHC form. */
export const hashPassword = (password: string, cost: Cost = owasp): Promise<string> => hash(password, cost)

let dummy: Promise<string> | undefined

/** Verifies against the hash, or against nobody's where there is none, so that both cost the same work. */
export async function verifyPassword(hashed: string | null, password: string): Promise<boolean> {
  dummy ??= hashPassword(randomBytes(24).toString('hex'))
  const right = await verify(hashed ?? (await dummy), password)
  return hashed !== null && right
}

const letters = 'abcdefghjkmnpqrstuvwxyz'
const draw = (from: string, count: number) =>
  Array.from({ length: count }, () => from[randomInt(from.length)]).join('')

/** A one-time password that can be read out: no letters that look alike, long enough for any rule, 70 bits. */
export const oneTimePassword = (): string =>
  `${draw(letters.toUpperCase(), 1)}${draw(letters, 4)}-${draw(letters, 5)}-${draw('23456789', 4)}-${draw(letters, 3)}`

/** As many old hashes as the setting may ever ask for. */
const mostKept = 12

/** The earlier hashes once the present one is replaced, newest first. */
export const earlierAfter = (present: { passwordHash: string; earlier: readonly string[] }): string[] =>
  [present.passwordHash, ...present.earlier].slice(0, mostKept)
