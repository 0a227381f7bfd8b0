import 'server-only'
import { z } from 'zod'
import { accountOperations } from './account-operations'
import { attachmentOperations } from './attachment-operations'
import { auditOperations } from './audit-operations'
import { campaignOperations } from './campaign-operations'
import { contractOperations } from './contract-operations'
import { deskOperations } from './desk-operations'
import { editionOperations } from './edition-operations'
import { eventOperations } from './event-operations'
import { inboxOperations } from './inbox-operations'
import type { Operation } from './operation'
import { organisationOperations } from './organisation-operations'
import { reportOperations } from './report-operations'
import { requestOperations } from './request-operations'
import { settingOperations } from './setting-operations'
import { statisticsOperations } from './statistics-operations'
import { trailOperations } from './trail-operations'
import { viewOperations } from './view-operations'
import { workRecordOperations } from './work-record-operations'

/** Everything the API does, in the order of its description; only that it describes itself stands in `openapi.ts`. */
export const operations: readonly Operation[] = [
  ...contractOperations,
  ...attachmentOperations,
  ...deskOperations,
  ...requestOperations,
  ...eventOperations,
  ...statisticsOperations,
  ...viewOperations,
  ...reportOperations,
  ...editionOperations,
  ...campaignOperations,
  ...auditOperations,
  ...workRecordOperations,
  ...organisationOperations,
  ...settingOperations,
  ...accountOperations,
  ...inboxOperations,
  ...trailOperations,
]

/** JSON schema of what travels in. */
export function inputSchema({ input, path }: Operation): Record<string, unknown> {
  const { properties, required, ...rest } = outputSchema(input ?? z.object({})) as {
    properties?: Record<string, unknown>
    required?: string[]
  }
  if (!properties) return rest
  // What the path names is not said again in the body.
  const inBody = (name: string) => !path.includes(`{${name}}`)
  const needed = required?.filter(inBody) ?? []
  return {
    ...rest,
    properties: Object.fromEntries(Object.entries(properties).filter(([name]) => inBody(name))),
    ...(needed.length > 0 && { required: needed }),
  }
}

export function outputSchema(schema: z.ZodType): Record<string, unknown> {
  const { $schema: _, ...json } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })
  return json
}
