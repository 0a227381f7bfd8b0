import type { Words } from '../../words'
import type { catalogue, SplitTable } from '../catalogue'
import type { Table } from '../compute'
import { areas } from './areas'
import { bands } from './bands'
import { begun, type Noun } from './clauses'
import { flows, inflow } from './flows'
import { growingUnits } from './growing-units'
import { headline } from './headline'
import { inFirstPlace, largestAndNext, largestPart } from './leading'
import { months } from './months'
import { plans, property, technology } from './parts'
import { emptiness, folded } from './rows'
import type { Telling } from './telling'
import { trade } from './trade'
import { fields, types } from './types'
import { units } from './units'
import { unitsSameDay } from './units-same-day'

type Teller = (table: Table, telling: Telling, spec: SplitTable) => Words

const kinds: Noun = { zh: '类', one: 'kind', many: 'kinds' }
const places: Noun = { zh: '个地区', one: 'place', many: 'places' }
const goals: Noun = { zh: '个目标', one: 'goal', many: 'goals' }

/** A year without contracts, or without any turnover, has nothing to share out. */
const ofSomething =
  (teller: Teller): Teller =>
  (table, telling, spec) =>
    emptiness(table, telling) ?? teller(table, telling, spec)

type SplitTableId = Extract<(typeof catalogue)[number], { split: unknown }>['id']

/** What each table of the catalogue says; a new table has to say something too. */
const tellers: Readonly<Record<SplitTableId, Teller>> = {
  headline,
  'same-day': headline,
  months: ofSomething(months),
  units: ofSomething(units),
  'units-same-day': unitsSameDay,
  'growing-units': growingUnits,
  areas: ofSomething(areas),
  types: ofSomething(types),
  subtypes: ofSomething(largestAndNext(kinds)),
  technology,
  property: ofSomething(property),
  plans: ofSomething(plans),
  flows: ofSomething(flows),
  inflow,
  provinces: ofSomething(largestAndNext(places, inFirstPlace)),
  sellers: ofSomething(largestAndNext(kinds, largestPart, folded)),
  buyers: ofSomething(largestAndNext(kinds)),
  fields: ofSomething(fields),
  goals: ofSomething(largestAndNext(goals)),
  bands: ofSomething(bands),
  trade,
}

const known: ReadonlyMap<string, Teller> = new Map(Object.entries(tellers))

/**
 * The title of a chart: what its figures say, true whatever they are, without a full stop. Every superlative, growth and
 * share is judged on the exact figures and only then rounded. A table outside the catalogue keeps its own title.
 */
export const statementOf = (spec: SplitTable, table: Table, telling: Telling): Words => {
  const teller = known.get(spec.id)
  return teller ? begun(teller(table, telling, spec)) : spec.title
}
