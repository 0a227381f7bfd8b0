import type { Actor } from '@/lib/domain/access/actor'
import type { Content } from '@/lib/domain/contract/content'
import { toWire } from '@/lib/domain/contract/kinds'
import type { Status } from '@/lib/domain/contract/lifecycle'
import { attach } from '@/lib/services/attachments/attach'
import { approve } from '@/lib/services/contracts/approve'
import { create } from '@/lib/services/contracts/create'
import { discard } from '@/lib/services/contracts/discard'
import { refuse } from '@/lib/services/contracts/refuse'
import { returnForCorrection } from '@/lib/services/contracts/return'
import { submit } from '@/lib/services/contracts/submit'
import { contractPdf } from '@/lib/services/demo/contract-pdf'
import { person } from '@/lib/services/demo/people'
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
  if (status === 'endorsed' || status === 'registered') await approve(approver, { id })
  if (status === 'returned') {
    await returnForCorrection(approver, { id, reasons: [{ code: 'B16', path: 'techField' }] })
  }
  if (status === 'refused') {
    await refuse(approver, { id, reason: 'N08', text: '约定内容不属于技术合同认定登记范围。' })
  }
  return id
}
