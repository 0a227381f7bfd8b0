import 'server-only'
import { z } from 'zod'
import { partySchema } from '@/lib/domain/contract/content'
import { Problem } from '@/lib/domain/problems'
import { addOrganisation } from '../organisations/add'
import { correctOrganisation } from '../organisations/correct'
import { findParties, organisationsPerPage, readOrganisation, readOrganisations } from '../organisations/read'
import { findRegions, nameRegions } from '../organisations/regions'
import { parseInput } from '../verb'
import { afterParameter, afterSchema, nextAfter } from './after'
import { acting, named, type Operation, pageParameter, query, reader } from './operation'

const id = named('单位标识', 'Organisation')
const party = { name: '示例科技有限公司' }
const organisation = z.object({ id: z.uuid(), details: partySchema, updatedAt: z.iso.datetime() })
const regions = z.array(z.object({ code: z.string(), name: z.string() }))
const asked = z.strictObject({
  q: z.string().max(200).default(''),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
  after: afterSchema,
})

/** The registry that parties of contracts are taken from. */
export const organisationOperations: readonly Operation[] = [
  reader({
    id: 'listOrganisations',
    path: '/organisations',
    summary: { zh: '单位库，逐页', en: 'The registry of organisations, page by page' },
    permission: 'organisation.read',
    parameters: [
      query('q', '名称或代码中须含有的词', 'Words that name or code must contain'),
      pageParameter(organisationsPerPage),
      afterParameter,
    ],
    output: z.object({ organisations: z.array(organisation), next: z.string().nullable(), total: z.int() }),
    read: async ({ actor, search }) => {
      const { q, page, after } = parseInput(asked, Object.fromEntries(search))
      const { rows, total } = await readOrganisations(actor, q, page, after)
      return { organisations: rows, next: nextAfter(after, rows, organisationsPerPage), total }
    },
  }),
  acting(findParties, {
    id: 'findParties',
    path: '/organisations/find',
    summary: { zh: '按名称或代码查找合同方', en: 'Parties for a few characters typed, the likeliest first' },
    output: z.array(partySchema),
    example: { text: '示例' },
    reads: true,
  }),
  reader({
    id: 'readOrganisation',
    path: '/organisations/{id}',
    summary: { zh: '单位库中的一个单位', en: 'One organisation of the registry' },
    permission: 'organisation.read',
    parameters: [id],
    output: organisation,
    read: async ({ actor, path }) => {
      const found = await readOrganisation(actor, String(path.id))
      if (!found) throw new Problem({ code: 'not-found' })
      return found
    },
  }),
  acting(addOrganisation, {
    id: 'addOrganisation',
    path: '/organisations',
    summary: { zh: '新增单位', en: 'Add an organisation' },
    output: z.object({ id: z.uuid(), party: partySchema }),
    location: ({ id }: { id: string }) => `/api/v1/organisations/${id}`,
    refusals: ['check-failed'],
    example: { party },
  }),
  acting(correctOrganisation, {
    id: 'correctOrganisation',
    path: '/organisations/{id}/correct',
    summary: {
      zh: '修改单位信息',
      en: 'Correct an organisation; contracts keep what they were submitted with',
    },
    parameters: [id],
    output: z.object({ id: z.uuid(), changed: z.int().describe('Fields that differ') }),
    refusals: ['check-failed', 'conflict'],
    example: { party },
  }),
  acting(findRegions, {
    id: 'findRegions',
    path: '/regions/find',
    summary: { zh: '按名称查找行政区划', en: 'Divisions (GB/T 2260) for what was typed' },
    output: regions,
    example: { text: '石河子' },
    reads: true,
  }),
  acting(nameRegions, {
    id: 'nameRegions',
    path: '/regions/name',
    summary: { zh: '行政区划代码的名称', en: 'Names of division codes' },
    output: regions,
    example: { codes: ['659001'] },
    reads: true,
  }),
]
