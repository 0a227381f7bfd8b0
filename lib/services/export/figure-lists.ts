import 'server-only'
import { filterKeys, readFilters } from '@/lib/domain/contract/filters'
import { tableOf } from '@/lib/domain/statistics/catalogue'
import { cellNamed } from '@/lib/domain/statistics/drill'
import { bridgeSchema, currentYear, daysSchema, viewSchema, yearSchema } from '@/lib/domain/statistics/query'
import { askedEdition } from '../editions/asked'
import { readSincePrint } from '../editions/since-print'
import { endsOf } from '../statistics/read-bridge'
import { demandReach } from '../statistics/read-cross'
import { momentOf, unitOfView, viewOf } from '../statistics/read-year'
import { parseInput } from '../verb'
import { readCentreWork } from '../work/read-centre-work'
import { readOfficeWork } from '../work/read-office-work'
import { type Asked, type ExportedList, filtersAsked, flat, one } from './list'
import { bridgeList, cellList, contractTable, countedList, viewList } from './lists/figures'
import { sincePrintList } from './lists/reports'
import {
  decisionDayList,
  placeList,
  returnedFieldList,
  turnaroundList,
  unitWorkList,
} from './lists/work-course'

const yearOfAddress = ({ params }: Pick<Asked, 'params'>) => yearSchema.safeParse(one(params, 'year')).data

const atMoment = (asOf: Date | null) => ({ asOf: asOf?.toISOString() ?? null })

/**
 * The lists behind figures, live or as they were at a moment (`asOf`), and the tables of who works how. A moment that can't be
 * read is refused: a file of now must not pass for one of then.
 */
export const figureLists = {
  counted: {
    permission: 'contract.export',
    action: 'contract.export',
    async open({ actor, params }) {
      const { filters, ignored } = readFilters(filterKeys, params)
      demandReach(actor, { filters })
      const asOf = await momentOf(parseInput(viewSchema, flat(params)).asOf)
      return {
        file: countedList(actor, { filters, asOf }),
        details: { ...filtersAsked(filters), ...atMoment(asOf) },
        ignored,
      }
    },
  },
  cell: {
    permission: 'contract.export',
    action: 'contract.export',
    async open({ actor, params }) {
      const [year, table] = [yearOfAddress({ params }), tableOf(one(params, 'table') ?? '')]
      if (year === undefined || !table || table.kind === 'contracts') return null
      const asked = flat(params)
      const member = asked.member ?? null
      const cell = cellNamed(table, year, member, daysSchema.parse(asked))
      if (!cell) return null
      const { unit, asOf } = await viewOf(actor, year, parseInput(viewSchema, asked))
      const { from, until } = cell
      return {
        file: cellList(actor, cell, { unit, asOf }, table.title),
        details: { table: table.id, year, member, from, until, unit, ...atMoment(asOf) },
      }
    },
  },
  largest: {
    permission: 'contract.export',
    action: 'contract.export',
    async open({ actor, params }) {
      const [year, table] = [yearOfAddress({ params }), tableOf(one(params, 'table') ?? '')]
      if (year === undefined || table?.kind !== 'contracts') return null
      const view = await viewOf(actor, year, parseInput(viewSchema, flat(params)))
      return {
        file: contractTable(actor, view, table),
        details: { table: table.id, year, unit: view.unit, ...atMoment(view.asOf) },
      }
    },
  },
  bridge: {
    permission: 'contract.export',
    action: 'contract.export',
    async open({ actor, params }) {
      const year = yearOfAddress({ params })
      const { unit: asked, to = null, cause, edition, from } = parseInput(bridgeSchema, flat(params))
      const begins = edition ?? from
      if (year === undefined || begins === undefined) return null
      const { unit, start, end } = await endsOf(actor, { year, unit: asked, from: begins, to })
      return {
        file: bridgeList(actor, { year, unit, from: start ?? new Date(), to: end }, cause),
        details: {
          year,
          unit,
          edition,
          cause,
          from: start?.toISOString() ?? null,
          to: end?.toISOString() ?? null,
        },
      }
    },
  },
  'since-print': {
    permission: 'statistics.read',
    action: 'list.export',
    async open({ actor, params }) {
      const { edition, ...rest } = flat(params)
      const { year, unit, number } = parseInput(askedEdition, { ...rest, number: edition })
      const { head, places } = await readSincePrint(actor, { year, unit, number })
      return {
        file: sincePrintList(actor, { year, number: head.number, places }),
        details: { year, unit: head.unit, edition: head.number },
      }
    },
  },
  views: {
    permission: 'view.keep',
    action: 'list.export',
    open: ({ actor }) => ({ file: viewList(actor), details: {} }),
  },
  'unit-work': {
    permission: 'desk.read',
    action: 'list.export',
    async open({ actor, params }) {
      const year = yearOfAddress({ params })
      if (year === undefined) return null
      return { file: unitWorkList(await readCentreWork(actor, year)), details: { year } }
    },
  },
  'decision-days': {
    permission: 'desk.read',
    action: 'list.export',
    async open({ actor }) {
      // The days are the last ones, whatever the year.
      return { file: decisionDayList(await readCentreWork(actor, currentYear(new Date()))), details: {} }
    },
  },
  'returned-fields': {
    permission: 'statistics.read',
    action: 'list.export',
    async open({ actor, params }) {
      const year = yearOfAddress({ params })
      if (year === undefined) return null
      const read = unitOfView(actor, null) === null ? readCentreWork : readOfficeWork
      const { fields } = (await read(actor, year)).returns
      return { file: returnedFieldList(year, fields), details: { year } }
    },
  },
  turnaround: {
    permission: 'work.office',
    action: 'list.export',
    async open({ actor, params }) {
      const year = yearOfAddress({ params })
      if (year === undefined) return null
      const { turnaround } = await readOfficeWork(actor, year)
      return { file: turnaroundList(year, turnaround), details: { year } }
    },
  },
  places: {
    permission: 'work.office',
    action: 'list.export',
    async open({ actor }) {
      const { places } = await readOfficeWork(actor, currentYear(new Date()))
      return { file: placeList(places), details: {} }
    },
  },
} as const satisfies Record<string, ExportedList>
