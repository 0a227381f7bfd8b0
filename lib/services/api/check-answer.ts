import { z } from 'zod'
import { blockText } from '@/lib/domain/checker/block'
import { leftOutWords } from '@/lib/domain/checker/left-out'
import { excerptOf } from '@/lib/domain/checker/pieces'
import type { CheckedReport } from '@/lib/domain/checker/report'

const words = z.strictObject({ zh: z.string(), en: z.string() })
const at = { place: words, context: z.string(), printed: z.string() }

/** What the check of a report came to. */
export const checkAnswer = z.strictObject({
  year: z.int(),
  counts: z.record(z.enum(['judged', 'understood', 'not-understood']), z.int()),
  compared: z.strictObject({ years: z.array(z.int()), unit: z.string().nullable() }),
  findings: z.array(
    z.strictObject({
      ...at,
      expected: z.string().nullable(),
      severity: z.enum(['error', 'remark']),
      rule: words,
      why: words,
      sureness: z.number().min(0).max(1),
    }),
  ),
  notUnderstood: z.array(z.strictObject(at)),
  notRead: z.array(words),
})

export function toCheckAnswer(checked: CheckedReport): z.infer<typeof checkAnswer> {
  const { year, counts, compared, blocks, findings, unread, leftOut } = checked
  const contextOf = (one: { block: number; start: number; end: number }) => {
    const block = blocks[one.block]
    return block ? excerptOf(blockText(block), one).join('') : ''
  }
  return {
    year,
    counts,
    compared,
    findings: findings.map((one) => {
      const { place, printed, expected, severity, rule, why, sureness } = one
      return { place, context: contextOf(one), printed, expected, severity, rule, why, sureness }
    }),
    notUnderstood: unread.map((one) => ({ place: one.place, context: contextOf(one), printed: one.printed })),
    notRead: leftOut.map(leftOutWords),
  }
}
