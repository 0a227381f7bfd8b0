import 'server-only'
import type { Content } from '@/lib/domain/contract/content'
import { addDays } from '@/lib/domain/time/dates'
import type { StoryContract } from './register-file'

/** A contract of the files once more, so many days later and at another price: the years the files don't cover. */
export function later(contract: StoryContract, days: number, percent: number): StoryContract {
  const { first: _, content, ...kept } = contract
  const scaled = (fen: bigint | undefined) => (((fen ?? 0n) * BigInt(percent)) / 10_000n) * 100n
  const turnover = scaled(content.turnover)
  const technology = scaled(content.technology)
  const moved = (date: string | undefined) => (date ? addDays(date, days) : undefined)
  const costs = turnover - technology
  const shifted: Content = {
    ...content,
    turnover,
    technology,
    ...(content.nonTechnical &&
      costs > 0n && { nonTechnical: [{ what: '仪器设备及原材料购置费', amount: costs }] }),
    signDate: moved(content.signDate),
    effectiveDate: moved(content.effectiveDate),
    endDate: moved(content.endDate),
  }
  if (costs === 0n) delete shifted.nonTechnical
  return {
    ...kept,
    content: shifted,
    submittedOn: addDays(contract.submittedOn, days),
    decidedOn: addDays(contract.decidedOn, days),
  }
}

/** A price between 70 and 139 per cent of the file's, different for neighbours and the same at each telling. */
export const priceOf = (index: number): number => 70 + ((index * 37) % 70)
