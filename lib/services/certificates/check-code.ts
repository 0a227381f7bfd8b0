import 'server-only'
import { createHash, createHmac } from 'node:crypto'
import { codeFrom } from '@/lib/domain/certificate/code'
import { settings } from '@/lib/env'

/** What a code is of: a number, its version, and the hash of what the paper states. */
interface Bearing {
  number: string
  version: number
  hash: string
}

/** SHA-256 of what a paper states as the database keeps it, whatever the order of its parts. */
export const hashOf = (facts: unknown): string =>
  createHash('sha256').update(JSON.stringify(facts, inOrder)).digest('hex')

const inOrder = (_: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value

/** The check code of a paper: nobody makes one up without the key, which the database does not know. */
export function checkCode({ number, version, hash }: Bearing): string {
  const key = settings().CERTIFICATE_KEY
  if (!key) throw new Error('CERTIFICATE_KEY is not set: start the program with npm start')
  return codeFrom(createHmac('sha256', key).update(`${number}|${version}|${hash}`).digest())
}

/** What the database finds a paper by: it keeps neither the code nor the key. */
export const digestOf = (number: string, code: string): Buffer =>
  createHash('sha256').update(`${number}|${code}`).digest()
