import { openDatabase, setDatabase } from '@/db/client'
import { account } from '@/db/schema'
import { ownerUrl } from '@/db/testing/database'
import { inTransaction } from '@/db/transaction'
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
import { people, person, registrarOf } from '@/lib/services/demo/people'

export { person, registrarOf }

/**
 * Enrols everybody of the demo story in this test file's database. The connection is the owner's in the
 * application's role: row-level security holds, and `atTime` may tell the clock.
 */
export async function moveIn(): Promise<void> {
  setDatabase(openDatabase(ownerUrl(), { asApp: true, max: 20 }))
  await inTransaction(person('admin'), (tx) => tx.insert(account).values([...people]))
}

let made = 0

/** A content that passes every rule; each one differs enough from the others not to look like a duplicate. */
export function completeContent(changes: Content = {}): Content {
  made += 1
  const marker = String(made).padStart(4, '0')
  return {
    name: `第${marker}号棉田节水灌溉技术研究开发`,
    subtype: '11',
    registrantRole: '1',
    language: 'zh',
    form: '2',
    summary: `针对第${marker}号灌区输配水损失大、墒情监测滞后的问题，研究土壤水分自动监测与变量灌溉决策方法，形成可考核的节水率指标、操作规程和验收报告。`,
    isSecret: false,
    seller: {
      name: '石河子大学',
      country: '142',
      code: '12659001MAFL02105T',
      kind: '022',
      region: '659001',
      isCorps: true,
    },
    buyer: {
      name: '二师农业农村局（示例）',
      country: '142',
      code: '11659006MAAY40104E',
      kind: '010',
      region: '659006',
      isCorps: true,
    },
    turnover: 10_000_000n + BigInt(made) * 1_000_000n,
    technology: 10_000_000n + BigInt(made) * 1_000_000n,
    currency: 'CNY',
    payMethod: '1',
    techField: '09',
    goal: '09',
    planSource: '9',
    intellectualProperty: ['1'],
    isRelated: false,
    trade: '0',
    signDate: '2026-06-01',
    effectiveDate: '2026-06-01',
    endDate: '2045-12-31',
    ...changes,
  }
}

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
