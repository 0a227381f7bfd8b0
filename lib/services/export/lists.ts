import 'server-only'
import { z } from 'zod'
import type { Actor } from '@/lib/domain/access/actor'
import { may } from '@/lib/domain/access/permissions'
import { deskFilterSchema } from '@/lib/domain/approval/desk'
import { findingFilterSchema } from '@/lib/domain/audit/finding-filter'
import { type ColumnKey, isColumnKey, usualColumns } from '@/lib/domain/contract/columns'
import type { Params } from '@/lib/domain/contract/filters'
import { readListQuery } from '@/lib/domain/contract/list-query'
import { verdictNames } from '@/lib/domain/import/batch'
import { Problem } from '@/lib/domain/problems'
import { monthSchema } from '@/lib/domain/reconcile/period'
import { requestListSchema } from '@/lib/domain/request/list-query'
import { currentYear, yearSchema } from '@/lib/domain/statistics/query'
import { typedWords } from '@/lib/domain/text/typed'
import { isWorkKind } from '@/lib/domain/work-records/kinds'
import { readRecordQuery } from '@/lib/domain/work-records/list-query'
import type { SheetFormat } from '../spreadsheet/figure-sheet'
import { unitWithin } from '../statement/read'
import { readRegisters } from '../work-records/list'
import { figureLists } from './figure-lists'
import { houseLists } from './house-lists'
import { type ExportedList, filtersAsked, flat, one } from './list'
import { campaignList, findingList } from './lists/campaigns'
import { contractList, contractRegister } from './lists/contracts'
import { organisationList } from './lists/organisations'
import { deskList, importList, inflowList } from './lists/others'
import { differenceList, reconciliationList, statementFile, statementList } from './lists/reconciliation'
import { importRowList, registerList } from './lists/reports'
import { requestList } from './lists/requests'
import { workList } from './lists/work'
import { type SentFile, sendList } from './send'

/** THE LISTS THAT ARE FILES TOO: each with who may take it, its filters (those of its page) and its columns. */
const lists = {
  contracts: {
    permission: 'contract.export',
    action: 'contract.export',
    open({ actor, params, remembered }) {
      const whole = one(params, 'fields') === 'all'
      const query = { ...readListQuery(params), cursor: null }
      const shown = query.columns ?? remembered.filter(isColumnKey)
      const columns: ColumnKey[] = shown.length > 0 ? [...new Set(shown)] : usualColumns(actor.unit === null)
      return {
        file: whole ? contractRegister(actor, query) : contractList(actor, query, columns),
        details: {
          status: query.tab,
          ...filtersAsked(query.filters),
          columns: whole ? 'all' : columns,
        },
        ignored: query.ignored.filter((name) => name !== 'fields' && name !== 'format'),
      }
    },
  },
  requests: {
    permission: 'request.read',
    action: 'list.export',
    open({ actor, params }) {
      const query = requestListSchema.parse(flat(params))
      const { tab, kind, unit } = query
      return { file: requestList(actor, query), details: { tab, kind, unit } }
    },
  },
  campaigns: {
    permission: 'campaign.read',
    action: 'list.export',
    open: ({ actor }) => ({ file: campaignList(actor), details: {} }),
  },
  findings: {
    permission: 'campaign.read',
    action: 'campaign.export',
    open({ actor, params }) {
      const campaign = z.uuid().safeParse(one(params, 'campaign')).data
      if (!campaign) return null
      const filter = findingFilterSchema.parse(flat(params))
      const { unit, status, rule } = filter
      return { file: findingList(actor, campaign, filter), details: { campaign, unit, status, rule } }
    },
  },
  approvals: {
    permission: 'desk.read',
    action: 'list.export',
    open({ actor, params }) {
      const filter = deskFilterSchema.parse(flat(params))
      const { view, unit, type } = filter
      return { file: deskList(actor, filter), details: { view, unit, type } }
    },
  },
  organisations: {
    permission: 'organisation.read',
    action: 'list.export',
    open({ actor, params }) {
      const words = typedWords(200).safeParse(one(params, 'q')).data ?? ''
      return { file: organisationList(actor, words), details: { filters: words ? ['q'] : [] } }
    },
  },
  imports: {
    permission: 'contract.import',
    action: 'list.export',
    open: ({ actor }) => ({ file: importList(actor), details: {} }),
  },
  'import-rows': {
    permission: 'contract.import',
    action: 'contract.export',
    open({ actor, params }) {
      const batch = z.uuid().safeParse(one(params, 'batch')).data
      const verdict = z.enum(verdictNames).optional().catch(undefined).parse(one(params, 'rows'))
      if (batch === undefined) return null
      return { file: importRowList(actor, batch, verdict), details: { batch, verdict } }
    },
  },
  work: {
    permission: 'work.read',
    action: 'work.export',
    open({ actor, params }) {
      const kind = one(params, 'register') ?? ''
      if (!isWorkKind(kind)) return null
      const query = readRecordQuery(kind, params)
      const template = params.has('template')
      const { year, unit, status } = query
      return {
        file: workList(actor, kind, query, { template }),
        details: { kind, year, unit, status, template },
      }
    },
  },
  reconciliations: {
    permission: 'reconcile.read',
    action: 'list.export',
    open: ({ actor }) => ({ file: reconciliationList(actor), details: {} }),
  },
  differences: {
    permission: 'reconcile.read',
    action: 'list.export',
    open({ actor, params }) {
      const id = z.uuid().safeParse(one(params, 'id')).data
      return id === undefined ? null : { file: differenceList(actor, id), details: { reconciliation: id } }
    },
  },
  statements: {
    permission: 'statement.read',
    action: 'list.export',
    open({ actor, params }) {
      const year = yearSchema.safeParse(one(params, 'year')).data
      if (year === undefined) return null
      return { file: statementList(actor, year, unitWithin(actor, null)), details: { year } }
    },
  },
  statement: {
    permission: 'statement.read',
    action: 'list.export',
    open({ actor, params }) {
      const month = monthSchema.safeParse(one(params, 'month')).data
      const unit = unitWithin(actor, one(params, 'unit') ?? null)
      if (month === undefined || unit === null) return null
      return { file: statementFile(actor, unit, month), details: { unit, month } }
    },
  },
  inflow: {
    permission: 'inflow.read',
    action: 'list.export',
    open({ params }) {
      const year = yearSchema.safeParse(one(params, 'year')).data
      return year === undefined ? null : { file: inflowList(year), details: { year } }
    },
  },
  registers: {
    permission: 'work.read',
    action: 'list.export',
    async open({ actor }) {
      const year = currentYear(new Date())
      return { file: registerList(year, await readRegisters(actor, year)), details: {} }
    },
  },
  ...figureLists,
  ...houseLists,
} as const satisfies Record<string, ExportedList>

export type ListName = keyof typeof lists

export const listNames = Object.keys(lists) as ListName[]

export const isListName = (text: string): text is ListName => Object.hasOwn(lists, text)

/**
 * A list as a file, with the filters of its page and the actor's reach.
 * @throws {Problem} forbidden; not-found where what is asked has no list; invalid-input for what can't be read
 */
export async function exportList(
  actor: Actor,
  name: ListName,
  asked: {
    params: Params
    format: SheetFormat
    locale: string
    remembered?: readonly string[]
    /** Refuse what can't be read rather than leave it out: a program doesn't see that a filter is missing. */
    strict?: boolean
  },
): Promise<SentFile> {
  const list: ExportedList = lists[name]
  if (!may(actor.role, list.permission)) throw new Problem({ code: 'forbidden' })
  const { params, format, locale, remembered = [], strict = false } = asked
  const opened = await list.open({ actor, params, remembered })
  if (!opened) throw new Problem({ code: 'not-found' })
  const { file, details, ignored = [] } = opened
  if (strict && ignored.length > 0) {
    throw new Problem({
      code: 'invalid-input',
      issues: ignored.map((path) => ({ path, message: 'parameter' })),
    })
  }
  return sendList(actor, {
    file,
    format,
    locale,
    action: list.action,
    details: { list: name, ...details },
  })
}
