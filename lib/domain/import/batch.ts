import { z } from 'zod'
import type { Words } from '../words'

export const batchStatuses = {
  mapping: { zh: '待对应栏目', en: 'Columns to be matched' },
  judging: { zh: '正在核对', en: 'Being checked' },
  judged: { zh: '待确认导入', en: 'Waits to be imported' },
  writing: { zh: '正在导入', en: 'Being imported' },
  asking: { zh: '正在提出申请', en: 'Requests being made' },
  done: { zh: '已导入', en: 'Imported' },
  undoing: { zh: '正在撤销', en: 'Being taken back' },
  undone: { zh: '已撤销', en: 'Taken back' },
  cancelled: { zh: '已取消', en: 'Cancelled' },
  failed: { zh: '未完成', en: 'Failed' },
} as const satisfies Record<string, Words>

export type BatchStatus = keyof typeof batchStatuses

export const isWorking = (status: BatchStatus): boolean =>
  status === 'judging' || status === 'writing' || status === 'asking' || status === 'undoing'

export const verdicts = {
  new: { zh: '可导入', en: 'New' },
  changed: { zh: '与已有合同不同', en: 'Differs from a contract there is' },
  same: { zh: '与已有合同相同', en: 'Same as a contract there is' },
  bad: { zh: '需改正', en: 'To be corrected' },
} as const satisfies Record<string, Words>

export type Verdict = keyof typeof verdicts
export const verdictNames = Object.keys(verdicts) as Verdict[]

/** What is known of a file, as the batch keeps it. */
export const fileSchema = z.object({
  format: z.enum(['xlsx', 'csv']),
  encoding: z.string().optional(),
  delimiter: z.string().optional(),
  sheets: z.array(z.object({ name: z.string(), hidden: z.boolean() })),
  notes: z.object({ formulas: z.number(), uncomputed: z.number(), merged: z.number() }),
})

export type FileFacts = z.output<typeof fileSchema>

export const seenSchema = z.array(
  z.object({ column: z.number(), heading: z.string(), samples: z.array(z.string()) }),
)

/** Largest file taken, in megabytes (2^20 bytes). */
export const MOST_MEGABYTES = 64

/** What a row is shown by. */
export interface RowTitle {
  name: string
  seller: string
  buyer: string
}
