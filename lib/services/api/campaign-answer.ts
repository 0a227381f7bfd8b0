import 'server-only'
import { z } from 'zod'
import type { Actor } from '@/lib/domain/access/actor'
import { answerNames, findingStatusNames } from '@/lib/domain/audit/finding'
import { findingFilterSchema } from '@/lib/domain/audit/finding-filter'
import { planSchema } from '@/lib/domain/audit/plan'
import { type ShownFinding, shownFinding } from '@/lib/domain/audit/shown-finding'
import { Problem } from '@/lib/domain/problems'
import { requestKinds, requestStatuses } from '@/lib/domain/request/kinds'
import {
  type CampaignLine,
  findingsPerPage,
  readCampaign,
  readCampaigns,
  readFindings,
} from '../campaigns/read'
import { afterIn, nextAfter } from './after'

const words = z.object({ zh: z.string(), en: z.string() })
const moment = z.iso.datetime()

const line = z.object({
  id: z.uuid(),
  number: z.string(),
  year: z.int().describe('Statistical year that is looked at'),
  state: z.enum(['running', 'closed']),
  dueOn: z.iso.date(),
  openedAt: moment,
  closedAt: moment.nullable(),
  progress: z
    .array(
      z.object({
        unit: z.string(),
        open: z.int(),
        answered: z.int(),
        returned: z.int(),
        settled: z.int(),
      }),
    )
    .describe('Findings by unit within your reach'),
})

const counts = {
  checked: z.int(),
  findings: z.int(),
  flagged: z.int(),
  noError: z.int(),
  corrected: z.int(),
  revoked: z.int(),
}
const share = z.number().describe('From 0 to 1')

const report = z.object({
  ...counts,
  sampled: z.int(),
  byUnit: z.array(z.object({ ...counts, unit: z.string() })),
  byRule: z.array(z.object({ rule: z.string(), findings: z.int(), noError: z.int(), confirmed: z.int() })),
  errorRate: z
    .object({ drawn: z.int(), wrong: z.int(), rate: share, low: share, high: share })
    .nullable()
    .describe('Of the random sample, with its 95 % interval; null without one'),
  sentence: words,
})

export const campaignsAnswer = z.object({ campaigns: z.array(line) })

export const campaignAnswer = line.extend({
  plan: planSchema,
  instructions: z.string(),
  report: report.describe('Frozen once closed; live until then; of an office its own part'),
})

export const findingsAnswer = z.object({
  count: z.int().describe('Findings that match, on all pages'),
  perPage: z.int(),
  next: z.string().nullable().describe('With `after`: send it as the next `after`; null at the end'),
  findings: z.array(
    z.object({
      id: z.uuid(),
      unit: z.string(),
      contract: z
        .object({ id: z.uuid(), number: z.string(), name: z.string() })
        .nullable()
        .describe('Null where it is said of the unit'),
      rule: z.string(),
      title: words,
      sentence: words,
      severity: z.enum(['error', 'warning', 'hint']).nullable().describe('Null for a sampled contract'),
      status: z.enum(findingStatusNames),
      answer: z.enum(answerNames).nullable(),
      explanation: z.string().nullable(),
      outcome: z.enum(answerNames).nullable(),
      request: z
        .object({
          id: z.uuid(),
          number: z.string(),
          kind: z.enum(Object.keys(requestKinds)),
          status: z.enum(Object.keys(requestStatuses)),
        })
        .nullable()
        .describe('The request that followed'),
    }),
  ),
})

const lineOf = ({ campaign, progress }: Pick<CampaignLine, 'campaign' | 'progress'>) => ({
  id: campaign.id,
  number: campaign.number,
  year: campaign.year,
  state: campaign.closedAt ? ('closed' as const) : ('running' as const),
  dueOn: campaign.dueOn,
  openedAt: campaign.openedAt,
  closedAt: campaign.closedAt,
  progress: progress.map(({ unit, open, answered, returned, settled }) => ({
    unit,
    open,
    answered,
    returned,
    settled,
  })),
})

/** @throws {Problem} forbidden */
export const campaignsForApi = async (actor: Actor) => ({
  campaigns: (await readCampaigns(actor)).map(lineOf),
})

/** @throws {Problem} forbidden, not-found */
export async function campaignForApi(actor: Actor, id: string) {
  const view = await readCampaign(actor, id)
  if (!view) throw new Problem({ code: 'not-found' })
  const { plan, instructions } = view.campaign
  return { ...lineOf(view), plan, instructions, report: view.report }
}

/** @throws {Problem} forbidden, not-found, invalid-input naming a filter that can't be read */
export async function findingsForApi(actor: Actor, id: string, search: URLSearchParams) {
  const { after: _, ...given } = Object.fromEntries(search)
  const after = afterIn(search)
  const query = findingFilterSchema.parse(given)
  const ignored = Object.keys(given).filter(
    (name) => String(query[name as keyof typeof query]) !== given[name],
  )
  if (ignored.length > 0) {
    throw new Problem({
      code: 'invalid-input',
      issues: ignored.map((path) => ({ path, message: 'parameter' })),
    })
  }
  if (!(await readCampaign(actor, id))) throw new Problem({ code: 'not-found' })
  const { findings, count } = await readFindings(actor, id, query, query.page, after)
  return {
    count,
    perPage: findingsPerPage,
    next: nextAfter(after, findings, findingsPerPage),
    findings: findings.map((one) => ({ rule: one.rule, ...wire(shownFinding(one)) })),
  }
}

const wire = ({ acts: _, ...rest }: ShownFinding) => rest
