import type { Actor } from '@/lib/domain/access/actor'
import type { Content } from '@/lib/domain/contract/content'
import { toWire } from '@/lib/domain/contract/kinds'
import type { Status } from '@/lib/domain/contract/lifecycle'
import { shanghaiDate } from '@/lib/domain/time/dates'
import { attach } from '@/lib/services/attachments/attach'
import { approve } from '@/lib/services/contracts/approve'
import { create } from '@/lib/services/contracts/create'
import { discard } from '@/lib/services/contracts/discard'
import { refuse } from '@/lib/services/contracts/refuse'
import { returnForCorrection } from '@/lib/services/contracts/return'
import { submit } from '@/lib/services/contracts/submit'
import { contractPdf } from '@/lib/services/demo/contract-pdf'
import { person } from '@/lib/services/demo/people'
import { ask } from '@/lib/services/requests/ask'
import { sendEvidence } from '@/lib/services/requests/evidence'
import { grant } from '@/lib/services/requests/grant'
import { serve } from '@/lib/services/requests/serve'
import { state } from '@/lib/services/requests/state'
import { completeContent } from './content'

/** Enters a complete contract with its scanned text; returns its id. */
export async function entered(registrar: Actor, changes: Content = {}): Promise<string> {
  const content = completeContent(changes)
  const { id } = await create(registrar, { content: toWire(content) })
  await attach(registrar, {
    contract: id,
    kind: 'ATT01',
    fileName: '合同文本.pdf',
    bytes: contractPdf(content.name ?? '', [id]),
  })
  return id
}

/** A contract brought into a status by the verbs; `endorsed` ones are large. Returns its id. */
export async function contractIn(status: Status, registrar: Actor, changes: Content = {}): Promise<string> {
  const large = { turnover: 800_000_000n, technology: 600_000_000n }
  const id = await entered(
    registrar,
    status === 'endorsed'
      ? { ...large, nonTechnical: [{ what: '设备购置费', amount: 200_000_000n }], ...changes }
      : changes,
  )
  if (status === 'draft') return id
  if (status === 'discarded') {
    await discard(registrar, { id })
    return id
  }
  await submit(registrar, { id })
  const approver = person('approver')
  if (['endorsed', 'registered', 'cancelled', 'revoked'].includes(status)) await approve(approver, { id })
  if (status === 'cancelled') await cancelled(registrar, id)
  if (status === 'revoked') await revoked(registrar, id)
  if (status === 'returned') {
    await returnForCorrection(approver, { id, reasons: [{ code: 'B16', path: 'techField' }] })
  }
  if (status === 'refused') {
    await refuse(approver, { id, reason: 'N08', text: '约定内容不属于技术合同认定登记范围。' })
  }
  return id
}

/** A paper for a request about to be made on a contract. */
export const evidenceFor = (actor: Actor, contract: string) =>
  sendEvidence(actor, { contract, fileName: '依据材料.pdf' }, [contractPdf('依据材料', [contract])])

/** Ends a registration at the party's wish. */
export async function cancelled(registrar: Actor, id: string): Promise<string> {
  await evidenceFor(registrar, id)
  const made = await ask(registrar, { id, kind: 'cancel', reason: 'X01', text: '双方已协商解除合同。' })
  await grant(person('approver2'), { id: made.id })
  return made.id
}

/** Withdraws a registration after the party was heard. */
export async function revoked(registrar: Actor, id: string): Promise<string> {
  const made = await ask(registrar, { id, kind: 'revoke', reason: '3', text: '与另一份合同重复登记。' })
  const on = shanghaiDate(new Date())
  await serve(person('approver2'), { id: made.id, on, text: '已书面告知当事人拟撤销登记。' })
  await state(registrar, { id: made.id, on, text: '' })
  await grant(person('approver2'), { id: made.id, text: '事实清楚，撤销登记。' })
  return made.id
}
