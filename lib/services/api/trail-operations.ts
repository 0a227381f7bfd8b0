import 'server-only'
import { z } from 'zod'
import { roleNames } from '@/lib/domain/access/roles'
import { Problem } from '@/lib/domain/problems'
import { trailActions } from '@/lib/domain/trail'
import { ledgerHead } from '../ledger/head'
import { trailFilters } from '../trail/filters'
import { trailPage } from '../trail/read'
import { parseInput } from '../verb'
import { type Operation, query, reader } from './operation'

const filterNames = Object.keys(trailFilters.shape)
const afterSchema = z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER).optional()

/** The audit trail and the head of the ledger, for whoever watches over them. */
export const trailOperations: readonly Operation[] = [
  reader({
    id: 'readTrail',
    path: '/trail',
    summary: { zh: '审计日志，由近及远逐页', en: 'The audit trail, newest first, page by page' },
    permission: 'trail.read',
    parameters: [
      query('person', '姓名或用户名', 'Part of a name or user name'),
      query('role', '角色', 'Role', { type: 'string', enum: [...roleNames, 'gate'] }),
      query('unit', '单位代码', 'Unit code'),
      query('action', '操作', 'Action', { type: 'string', enum: Object.keys(trailActions) }),
      query('subject', '对象的标识或编号', 'Identifier or number of what it is about'),
      query('from', '起始日期', 'First day', { type: 'string', format: 'date' }),
      query('to', '截止日期', 'Last day', { type: 'string', format: 'date' }),
      query('after', '上一页答复中的 next', 'The next of the page before', { type: 'integer' }),
    ],
    output: z.object({
      rows: z.array(
        z.object({
          id: z.int(),
          at: z.iso.datetime(),
          actor: z.uuid().nullable(),
          actorName: z.string(),
          username: z.string().nullable(),
          role: z.string(),
          unit: z.string().nullable(),
          action: z.string(),
          subjectKind: z.string(),
          subject: z.string().nullable(),
          details: z.record(z.string(), z.unknown()),
          address: z.string().nullable(),
        }),
      ),
      next: z.int().nullable(),
    }),
    read: async ({ actor, search }) => {
      const { after, ...given } = Object.fromEntries(search)
      const filters = trailFilters.parse(given)
      // The page leaves out what it can't read; here a filter left out would give wrong rows.
      const unread = Object.keys(given).filter(
        (name) => !filterNames.includes(name) || filters[name as keyof typeof filters] === undefined,
      )
      if (unread.length > 0) {
        throw new Problem({
          code: 'invalid-input',
          issues: unread.map((path) => ({ path, message: 'parameter' })),
        })
      }
      const { rows, next } = await trailPage(actor, filters, parseInput(afterSchema, after))
      return { rows: rows.map(({ hash: _, xid: __, ...row }) => row), next }
    },
  }),
  reader({
    id: 'readLedgerHead',
    path: '/ledger/head',
    summary: {
      zh: '登记台账封印链的末端，记下可供日后核验',
      en: 'The head of the chain of seals; whoever notes it can tell later that nothing before it was changed',
    },
    permission: 'ledger.check',
    output: z.object({ head: z.looseObject({ number: z.int(), root: z.string() }).nullable() }),
    read: async ({ actor }) => ({ head: await ledgerHead(actor) }),
  }),
]
