import 'server-only'
import { timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import type { Tx } from '@/db/client'
import { checkedLately, type FoundPaper, findByDigest } from '@/db/queries/certificates'
import { recordTrail } from '@/db/trail'
import { inTransaction, visitor } from '@/db/transaction'
import { typedCode, typedNumber } from '@/lib/domain/certificate/code'
import { certificateFacts, listFacts } from '@/lib/domain/certificate/facts'
import { sinceSchema, standingOf, standingOfList, type Verified } from '@/lib/domain/certificate/standing'
import { Problem } from '@/lib/domain/problems'
import type { TrailAction } from '@/lib/domain/trail'
import { limit } from '../access/limit'
import { checkCode, digestOf, hashOf } from './check-code'

/**
 * What a paper states and what has happened since, for anybody who has its number and check code. A wrong code and a number
 * that never was are answered alike, after the same look; so are codes that can't be any.
 * @throws {Problem} not-found; too-many-requests
 */
export async function verifyCertificate(
  typed: { number: string; code: string },
  address: string,
): Promise<Verified> {
  await limit('verifyPerMinute', address)
  const number = typedNumber(typed.number)
  const code = typedCode(typed.code)
  const verified = await inTransaction(visitor, async (tx, at) => {
    const found = await findByDigest(tx, digestOf(number ?? '', code ?? ''))
    const read = found && code && isOurs(found, code) ? told(found, at) : null
    if (read) {
      const { version, standing } = read
      await recordOnce(
        tx,
        'certificate.check',
        read.number,
        { number: read.number, version, standing },
        address,
      )
    } else await recordOnce(tx, 'certificate.check-failed', null, number ? { number } : {}, address)
    return read
  })
  if (!verified) throw new Problem({ code: 'not-found' })
  return verified
}

/** Whoever writes to the database alone can't make a code for what they wrote. */
function isOurs(found: FoundPaper, code: string): boolean {
  const ours = timingSafeEqual(
    Buffer.from(checkCode({ ...found, hash: hashOf(found.facts) })),
    Buffer.from(code),
  )
  if (!ours) console.error(`Certificate ${found.number} does not bear a code of CERTIFICATE_KEY`)
  return ours
}

function told({ kind, number, version, facts, since }: FoundPaper, checkedAt: Date): Verified {
  const later = z.array(sinceSchema).parse(since ?? [])
  if (kind === 'list') {
    const list = listFacts.parse(facts)
    return {
      kind,
      number,
      version,
      facts: list,
      since: later,
      standing: standingOfList(list.rows, later),
      checkedAt,
    }
  }
  const [own] = later
  if (!own) throw new Error(`Certificate ${number} has lost its contract`)
  const stated = certificateFacts.parse(facts)
  return { kind, number, version, facts: stated, since: own, standing: standingOf(own, version), checkedAt }
}

/** A quarter of an hour's checks of one paper from one address are one entry of the trail, and so are its failed ones. */
async function recordOnce(
  tx: Tx,
  action: TrailAction,
  subject: string | null,
  details: Record<string, unknown>,
  address: string,
): Promise<void> {
  if (await checkedLately(tx, action, subject, address || null)) return
  await recordTrail(
    tx,
    visitor,
    { action, subjectKind: 'certificate', subject, details },
    address || undefined,
  )
}
