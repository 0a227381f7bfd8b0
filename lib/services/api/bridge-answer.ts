import 'server-only'
import { z } from 'zod'
import { MoneyWire, yuanText } from '@/lib/domain/money'
import type { Sums } from '@/lib/domain/statistics/book'
import { type Amounts, causeNames, causes } from '@/lib/domain/statistics/bridge'
import type { BridgeAnswer } from '../statistics/read-bridge'

const money = MoneyWire.in.describe('Yuan, decimal string')
const amounts = z.object({ turnover: money, technology: money })
const sums = amounts.extend({ contracts: z.int() })

/** The answer of `GET /api/v1/statistics/{year}/bridge`. */
export const bridgeAnswer = z.object({
  year: z.int(),
  unit: z.string().nullable().describe('Unit whose figures these are; null for the whole Corps'),
  from: z.iso.datetime(),
  to: z.iso.datetime().describe('The moment of reading where none was asked for'),
  edition: z
    .object({ edition: z.int(), publishedAt: z.iso.datetime(), printed: money.nullable() })
    .nullable()
    .describe('The published edition it starts from, with the turnover it prints'),
  opening: sums,
  parts: z.array(
    z.object({
      cause: z.enum(causeNames),
      label: z.object({ zh: z.string(), en: z.string() }),
      acts: z.int().describe('How many acts; each stands on one contract'),
      change: sums,
    }),
  ),
  change: sums.describe('The parts added up'),
  closing: sums.describe('The opening and the change added up'),
  lines: z
    .array(
      z.object({
        contract: z.uuid(),
        number: z.string(),
        name: z.string(),
        unit: z.string(),
        at: z.iso.datetime(),
        before: amounts.nullable().describe('What counted before; null where nothing did'),
        after: amounts.nullable().describe('What counted after; null where nothing does'),
      }),
    )
    .optional()
    .describe('With `cause`: one page of its acts, the last first'),
  next: z.int().nullable().optional().describe('Give it as `before` for the next page; null at the end'),
})

/** A bridge as it travels; lines only where a cause was asked about. */
export function toBridgeAnswer(read: BridgeAnswer): z.infer<typeof bridgeAnswer> {
  const { year, unit, from, to, edition, opening, parts, change, closing, lines, next } = read
  return {
    year,
    unit,
    from: from.toISOString(),
    to: to.toISOString(),
    edition: edition && {
      edition: edition.edition,
      publishedAt: edition.publishedAt.toISOString(),
      printed: edition.printed === null ? null : yuanText(edition.printed),
    },
    opening: sumsWire(opening),
    parts: parts.map(({ cause, acts, change }) => ({
      cause,
      label: causes[cause],
      acts: Number(acts),
      change: sumsWire(change),
    })),
    change: sumsWire(change),
    closing: sumsWire(closing),
    ...(lines && {
      lines: lines.map(({ id, number, name, unit, at, before, after }) => ({
        contract: id,
        number,
        name,
        unit,
        at: at.toISOString(),
        before: before && amountsWire(before),
        after: after && amountsWire(after),
      })),
      next,
    }),
  }
}

const amountsWire = ({ turnover, technology }: Amounts) => ({
  turnover: yuanText(turnover),
  technology: yuanText(technology),
})

const sumsWire = ({ contracts, ...amounts }: Sums) => ({
  contracts: Number(contracts),
  ...amountsWire(amounts),
})
