import 'server-only'
import { v7 as newId } from 'uuid'
import type { Tx } from '@/db/client'
import { findPapers, holdToPrint, insertPapers } from '@/db/queries/certificates'
import type { Actor } from '@/lib/domain/access/actor'
import { type CertificateFacts, certificateFacts } from '@/lib/domain/certificate/facts'
import type { Status } from '@/lib/domain/contract/lifecycle'
import { Problem } from '@/lib/domain/problems'
import { checkCode, digestOf, hashOf } from './check-code'

/** A certificate that may be handed out: what it states and its code. */
export interface Issued {
  facts: CertificateFacts
  code: string
}

/**
 * The certificates of registered contracts in the order asked. What a version states is kept when it is first printed and
 * stays so, whatever accounts and units are called later.
 * @throws {Problem} not-found outside the actor's reach; not-registered
 */
export async function issue(tx: Tx, actor: Actor, ids: readonly string[]): Promise<Issued[]> {
  const held = await holdToPrint(tx, actor, ids)
  if (held.length !== ids.length) throw new Problem({ code: 'not-found' })
  const wanted = held.map(({ id, unit, status, facts }) => {
    if (status !== 'registered') throw new Problem({ code: 'no-paper', status: status as Status })
    return { id, unit, raw: facts, facts: certificateFacts.parse(facts) }
  })
  const before = await findPapers(
    tx,
    wanted.map(({ facts: { number, version } }) => ({ number, version })),
  )
  const known = new Map(before.map(({ number, version, facts }) => [`${number}|${version}`, facts]))
  const added: Parameters<typeof insertPapers>[1][number][] = []
  const issued = wanted.map(({ id, unit, raw, facts }): Issued => {
    const { number, version } = facts
    const kept = known.get(`${number}|${version}`)
    const hash = hashOf(kept ?? raw)
    const code = checkCode({ number, version, hash })
    if (!kept) {
      added.push({
        id: newId(),
        kind: 'contract',
        number,
        version,
        facts: raw,
        hash,
        digest: digestOf(number, code),
        contracts: [id],
        unit,
        issuedBy: actor.id,
      })
    }
    return { facts: kept ? certificateFacts.parse(kept) : facts, code }
  })
  await insertPapers(tx, added)
  return issued
}
