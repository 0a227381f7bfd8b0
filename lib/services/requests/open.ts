import 'server-only'
import { z } from 'zod'
import { findContract } from '@/db/queries/contracts'
import { readSettings } from '@/db/queries/reference'
import { openRequestOn } from '@/db/queries/requests'
import type { Actor } from '@/lib/domain/access/actor'
import { toWire } from '@/lib/domain/contract/kinds'
import type { Status } from '@/lib/domain/contract/lifecycle'
import { shanghaiDate } from '@/lib/domain/time/dates'
import { reading } from '../reader'

/** A contract as the form of a request opens it; everything can be sent to the browser. */
export interface RequestStart {
  id: string
  number: string
  name: string
  status: Status
  revision: number
  /** Wire form. */
  content: unknown
  /** The request that is open on it already; only one can be. */
  open: string | null
  /** Megabytes a paper may have. */
  most: number
}

/** The contract for whoever may ask for something, or null where it does not exist for them. @throws {Problem} forbidden */
export async function openRequestForm(actor: Actor, id: string): Promise<RequestStart | null> {
  return reading(actor, 'request.ask', async (tx) => {
    const contract = z.uuid().safeParse(id).success ? await findContract(tx, actor, id) : null
    if (!contract) return null
    const { attachmentMegabytes } = await readSettings(tx, shanghaiDate(new Date()))
    return {
      id,
      number: contract.number ?? contract.localNumber,
      name: contract.content.name ?? '',
      status: contract.status,
      revision: contract.revision,
      content: toWire(contract.content),
      open: (await openRequestOn(tx, id))?.id ?? null,
      most: attachmentMegabytes,
    }
  })
}
