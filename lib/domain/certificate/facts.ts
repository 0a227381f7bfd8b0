import { z } from 'zod'
import { parseYuan } from '../money'

const words = z.object({ zh: z.string(), en: z.string() })
/** Decimal yuan as the ledger keeps it. */
const yuan = z.string().refine((text) => parseYuan(text) !== null)

const contract = {
  number: z.string(),
  /** 1 at registration, one more with each correction and change. */
  version: z.int().min(1),
  name: z.string(),
  subtype: z.string(),
  sellers: z.array(z.string()),
  buyers: z.array(z.string()),
  turnover: yuan,
  technology: yuan,
  signDate: z.string().nullable(),
  registeredOn: z.string(),
}

/** What a certificate states: made by the database (`jishi_certificate_facts`) and kept as it was when first printed. */
export const certificateFacts = z.object({
  ...contract,
  ruleSet: z.enum(['R2000', 'R2026']),
  /** What made this version, and its day. */
  act: z.enum(['approve', 'import', 'correct', 'change']),
  madeOn: z.string(),
  unit: words,
  /** Who entered it and who approved; of a registration from elsewhere the register knows neither. */
  registrar: z.string().nullable(),
  approvers: z.array(z.string()),
  /** The contract's term. */
  from: z.string().nullable(),
  to: z.string().nullable(),
})
export type CertificateFacts = z.output<typeof certificateFacts>

const listRow = z.object(contract)
export type ListRowFacts = z.output<typeof listRow>

/** What a list certificate states: registered contracts as they stood on a day. */
export const listFacts = z.object({
  madeOn: z.string(),
  /** The office that made it; null of the centre. */
  unit: words.nullable(),
  /** What the contracts were chosen by; nothing where it is the whole reach. */
  scope: z.array(z.object({ label: words, value: words })),
  rows: z.array(listRow).min(1),
})
export type ListFacts = z.output<typeof listFacts>

/** An amount of facts in fen. */
export const fenOf = (text: string): bigint => parseYuan(text) ?? 0n

/** What the contracts of a list add up to, in fen. */
export const sumsOf = (rows: readonly ListRowFacts[]): { turnover: bigint; technology: bigint } => ({
  turnover: rows.reduce((sum, row) => sum + fenOf(row.turnover), 0n),
  technology: rows.reduce((sum, row) => sum + fenOf(row.technology), 0n),
})

/** The most papers in one file, and the most contracts on one list. */
export const bounds = { papers: 200, rows: 500 } as const
