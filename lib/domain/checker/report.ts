import { z } from 'zod'
import type { Words } from '../words'
import type { Block } from './block'
import { mostCharacters } from './bounds'
import type { Checked } from './check'
import type { Span } from './claim'
import type { Finding } from './finding'
import type { LeftOut } from './left-out'

/** A pasted report. Issues: `empty`, `too-long`. */
export const reportSchema = z.strictObject({
  text: z
    .string()
    .max(mostCharacters, 'too-long')
    .refine((text) => text.trim() !== '', 'empty'),
})

/** What a person is told of a report. */
export interface CheckedReport extends Pick<Checked, 'year' | 'counts'> {
  blocks: Block[]
  /** In the order of the text. */
  findings: (Omit<Finding, 'rule'> & { rule: Words; place: Words })[]
  unread: (Span & { block: number; printed: string; place: Words })[]
  /** What of a file was not read. */
  leftOut: LeftOut[]
  /** The years held against the register, the latest first, and the one unit that could be; null for the whole Corps. */
  compared: { years: number[]; unit: string | null }
}
