import 'server-only'
import { atTime } from '@/db/clock'
import type { Actor } from '@/lib/domain/access/actor'
import type { Content } from '@/lib/domain/contract/content'
import { toWire } from '@/lib/domain/contract/kinds'
import { formatYuan, inCapitals } from '@/lib/domain/money'
import { Problem } from '@/lib/domain/problems'
import { attach } from '../attachments/attach'
import { create } from '../contracts/create'
import { save } from '../contracts/save'
import { submit } from '../contracts/submit'
import { contractPdf } from './contract-pdf'

/** Enters a contract as its office's registrar: the form, the scanned text, and where asked the submission. */
export async function enter(
  registrar: Actor,
  content: Content,
  at: Date,
  options: { submit: boolean } = { submit: true },
): Promise<string> {
  const id = await atTime(at, async () => {
    const made = await create(registrar, { content: toWire(content) })
    await attach(registrar, {
      contract: made.id,
      kind: 'ATT01',
      fileName: `${content.name}.pdf`,
      bytes: contractPdf(content.name ?? '', textOf(content, made.localNumber)),
    })
    return made.id
  })
  if (options.submit) await atTime(minutesLater(at, 10), () => handIn(registrar, id))
  return id
}

/** Submits, explaining the warnings as a registrar who has the papers before her would. */
export async function handIn(registrar: Actor, id: string): Promise<void> {
  try {
    await submit(registrar, { id })
  } catch (error) {
    if (!(error instanceof Problem) || error.detail.code !== 'check-failed') throw error
    const errors = error.detail.findings.filter(({ severity }) => severity === 'error')
    if (errors.length > 0) throw new Error(`The story breaks a rule: ${JSON.stringify(errors)}`)
    const explanations = Object.fromEntries(
      error.detail.findings.map(({ rule }) => [rule, '已与合同原件核对，情况属实。']),
    )
    await save(registrar, { id, explanations })
    await submit(registrar, { id })
  }
}

export const minutesLater = (at: Date, minutes: number): Date => new Date(at.getTime() + minutes * 60_000)

/** What is printed; a draft's paper leaves out what has not been agreed on yet. */
const textOf = (
  { seller, buyer, turnover, technology, signDate, endDate, summary }: Content,
  number: string,
) =>
  [
    `编号：${number}`,
    seller?.name && `卖方：${seller.name}`,
    buyer?.name && `买方：${buyer.name}`,
    turnover !== undefined && `合同价款：${formatYuan(turnover)} 元（大写：${inCapitals(turnover)}）`,
    technology !== undefined && `其中技术交易额：${formatYuan(technology)} 元`,
    signDate && `签订日期：${signDate}`,
    endDate && `有效期至：${endDate}`,
    summary,
    '（示例合同，仅供演示）',
  ].filter((line) => typeof line === 'string' && line !== '') as string[]
