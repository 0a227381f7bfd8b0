import 'server-only'
import type { Tx } from '@/db/client'
import { type ContractRow, findContract } from '@/db/queries/contracts'
import { readNear, readVisible } from '@/db/queries/near-duplicates'
import { readUnits } from '@/db/queries/reference'
import { inTransaction } from '@/db/transaction'
import type { Actor } from '@/lib/domain/access/actor'
import { may } from '@/lib/domain/access/permissions'
import { compareContracts, type DuplicateRecord, judgeAgreement } from '@/lib/domain/contract/duplicates'
import type { NearDuplicate } from '@/lib/domain/contract/near-duplicates'
import { Problem } from '@/lib/domain/problems'
import { shanghaiDate } from '@/lib/domain/time/dates'

/**
 * Probable duplicates of a contract among all offices' submitted work, most probable first. One within the actor's
 * reach comes whole; of another's, the office, the status and what agrees.
 * @throws {Problem} forbidden, or not-found where the contract is out of reach
 */
export async function nearDuplicates(actor: Actor, id: string): Promise<NearDuplicate[]> {
  if (!may(actor.role, 'contract.read')) throw new Problem({ code: 'forbidden' })
  return inTransaction(actor, async (tx, at) => {
    const contract = await findContract(tx, actor, id)
    if (!contract) throw new Problem({ code: 'not-found' })
    return findNear(tx, actor, contract, shanghaiDate(at))
  })
}

/** The same within a transaction, on a contract already fetched within reach. */
export async function findNear(
  tx: Tx,
  actor: Actor,
  contract: Pick<ContractRow, 'id' | 'content'>,
  today: string,
): Promise<NearDuplicate[]> {
  const near = await readNear(tx, contract.id)
  if (near.length === 0) return []
  const ids = near.flatMap(({ id }) => id ?? [])
  const [units, visible] = await Promise.all([readUnits(tx, today), readVisible(tx, actor, ids)])
  return near
    .flatMap((row): NearDuplicate[] => {
      const unit = units.get(row.unit)
      const shown = {
        unit: { zh: unit?.nameZh ?? row.unit, en: unit?.nameEn ?? row.unit },
        status: row.status,
      }
      const other = row.id === null ? undefined : visible.get(row.id)
      if (!other) {
        const judged = judgeAgreement(row)
        return judged ? [{ ...judged, ...shown, within: false }] : []
      }
      const { id, localNumber, number, content } = other
      const judged = compareContracts(recordOf(contract), recordOf(other))
      return judged ? [{ ...judged, ...shown, within: true, id, localNumber, number, content }] : []
    })
    .sort((a, b) => b.score - a.score)
}

const recordOf = ({ content }: Pick<ContractRow, 'content'>): DuplicateRecord => ({
  sellerCode: content.seller?.code ?? null,
  sellerName: content.seller?.name ?? '',
  buyerCode: content.buyer?.code ?? null,
  buyerName: content.buyer?.name ?? '',
  name: content.name ?? '',
  turnover: content.turnover ?? null,
  signDate: content.signDate ?? null,
})
