import 'server-only'
import { v7 as newId } from 'uuid'
import { z } from 'zod'
import { recordEvent, takeCount } from '@/db/ledger'
import { findContract, insertContract } from '@/db/queries/contracts'
import { readUnits } from '@/db/queries/reference'
import { recordTrail } from '@/db/trail'
import { type Content, contentSchema } from '@/lib/domain/contract/content'
import { copyOf } from '@/lib/domain/contract/copy'
import { forbidding } from '@/lib/domain/contract/fields'
import { toWire } from '@/lib/domain/contract/kinds'
import { Problem } from '@/lib/domain/problems'
import { verb } from '../verb'

const input = z.strictObject({
  content: contentSchema.default({}),
  /** An earlier contract whose parties and classification to begin from; amounts, dates and numbers are not taken. */
  copyFrom: z.uuid().optional(),
})

/** Begins a draft of the actor's office. Returns its id and local number. */
export const create = verb('contract.create', input, async ({ tx, actor, today }, { content, copyFrom }) => {
  if (forbidding.some((name) => content[name] === true)) throw new Problem({ code: 'state-secret' })
  const unit = actor.unit ?? ''
  if ((await readUnits(tx, today)).get(unit)?.closed !== false) throw new Problem({ code: 'forbidden' })
  const begun: Content = copyFrom ? { ...(await earlier(copyFrom)), ...content } : content
  const year = Number(today.slice(0, 4))
  const serial = await takeCount(tx, `local:${unit}`, year)
  const id = newId()
  const localNumber = `${unit}-${year}-${String(serial).padStart(5, '0')}`
  const wire = toWire(begun)
  await insertContract(tx, {
    id,
    localNumber,
    unit,
    status: 'draft',
    content: wire,
    enteredBy: actor.id,
    editedBy: actor.id,
  })
  await recordEvent(tx, {
    contract: id,
    action: 'create',
    statusAfter: 'draft',
    actor: actor.id,
    content: wire,
  })
  await recordTrail(tx, actor, {
    action: 'contract.create',
    subjectKind: 'contract',
    subject: id,
    details: { localNumber, unit },
  })
  return { id, localNumber, revision: 1 }

  async function earlier(source: string): Promise<Content> {
    const contract = await findContract(tx, actor, source)
    if (!contract) throw new Problem({ code: 'not-found' })
    return copyOf(contract.content)
  }
})
