import 'server-only'
import { z } from 'zod'
import type { Actor } from '@/lib/domain/access/actor'
import { toWire } from '@/lib/domain/contract/kinds'
import { statusNames } from '@/lib/domain/contract/lifecycle'
import { Problem } from '@/lib/domain/problems'
import { requestActionNames, requestKindNames, requestStatusNames } from '@/lib/domain/request/kinds'
import { requestListSchema, requestTabs } from '@/lib/domain/request/list-query'
import { readRequests, requestsPerPage } from '../requests/list'
import { viewRequest } from '../requests/view'

const words = z.object({ zh: z.string(), en: z.string() })
const money = z.string().describe('Yuan, decimal string')
const kind = z.enum(requestKindNames)
const status = z.enum(requestStatusNames as [string, ...string[]])

/** The answer of `GET /api/v1/requests`. */
export const requestListAnswer = z.object({
  requests: z.array(
    z.object({
      id: z.uuid(),
      number: z.string(),
      kind,
      status,
      reason: z.string(),
      unit: z.string(),
      contract: z.uuid(),
      contractNumber: z.string().nullable(),
      contractName: z.string().nullable(),
      turnover: money.nullable(),
      askedBy: z.string(),
      askedAt: z.iso.datetime(),
      decidedAt: z.iso.datetime().nullable(),
    }),
  ),
  next: z.string().nullable().describe('Send it as `after` for the next page; null at the end'),
  counts: z.object({ waiting: z.int(), settled: z.int() }),
})

const figure = z.object({ contracts: z.int(), turnover: money, technology: money })
const cell = { dimension: z.string(), member: z.string() }
const move = z.object({ ...cell, before: figure, after: figure })
/** What an act will do to the figures. */
export const figureMoves = {
  moves: z.array(move).describe('Of the unit'),
  corps: z.array(move).describe('Of the whole Corps; empty where you see one unit alone'),
  rank: z.object({ before: z.int(), after: z.int() }).nullable(),
}
const signed = z.object({ by: z.string(), at: z.iso.datetime() })

/** The answer of `GET /api/v1/requests/{id}`. */
export const requestAnswer = z.object({
  id: z.uuid(),
  number: z.string(),
  kind,
  status,
  reason: z.string(),
  text: z.string(),
  askedBy: z.string(),
  askedAt: z.iso.datetime(),
  contract: z.object({
    id: z.uuid(),
    number: z.string(),
    name: z.string(),
    unit: z.string(),
    unitName: words,
    status: z.enum(statusNames),
    revision: z.int(),
    registeredOn: z.iso.date(),
    year: z.int(),
    turnover: money,
    technology: money,
  }),
  differences: z.array(
    z.object({
      field: z.string(),
      path: z.string(),
      label: words,
      before: words.nullable(),
      after: words.nullable(),
      moves: z.array(z.object({ dimension: z.string(), from: z.string(), to: z.string() })),
    }),
  ),
  evidence: z.array(
    z.object({
      id: z.uuid(),
      fileName: z.string(),
      mediaType: z.string(),
      size: z.int(),
      sha256: z.string(),
    }),
  ),
  served: z.object({ on: z.iso.date(), text: z.string(), hearingUntil: z.iso.date() }).nullable(),
  stated: z.object({ on: z.iso.date(), text: z.string() }).nullable(),
  endorsed: signed.nullable(),
  decided: signed.extend({ text: z.string() }).nullable(),
  large: z.boolean().describe('Two approvers have to agree'),
  ahead: z.object(figureMoves).nullable().describe('What it will move, while it is open'),
  moved: z
    .array(z.object({ cell: z.object(cell), by: figure }))
    .nullable()
    .describe('What it moved, once it is granted'),
  may: z.array(z.enum(requestActionNames as [string, ...string[]])).describe('What you may do now'),
  hindrance: z
    .object({ code: z.string() })
    .loose()
    .nullable()
    .describe('Why you can’t grant it although your role may'),
})

const parameters = z.strictObject({
  tab: z.enum(requestTabs).optional(),
  kind: kind.optional(),
  unit: requestListSchema.shape.unit.unwrap(),
  page: z.coerce.number().int().min(1).max(10_000).optional(),
  after: z.uuid().optional(),
})

/** @throws {Problem} forbidden; invalid-input for a parameter that can't be read */
export async function requestsForApi(actor: Actor, search: URLSearchParams) {
  const asked = parameters.safeParse(Object.fromEntries(search))
  if (!asked.success) {
    throw new Problem({
      code: 'invalid-input',
      issues: asked.error.issues.map(({ path, message }) => ({ path: path.join('.'), message })),
    })
  }
  const { tab = 'waiting', kind: of, unit, page, after } = asked.data
  const { lines, counts } = await readRequests(
    actor,
    { open: tab === 'waiting', kind: of, unit },
    after ? { after } : page,
  )
  const next = lines.length === requestsPerPage ? (lines.at(-1)?.id ?? null) : null
  return { requests: toWire(lines), next, counts }
}

/** @throws {Problem} forbidden; not-found also where the contract is outside the actor's reach */
export async function requestForApi(actor: Actor, id: string) {
  const view = await viewRequest(actor, id)
  if (!view) throw new Problem({ code: 'not-found' })
  return toWire(view)
}
