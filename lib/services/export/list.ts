import 'server-only'
import type { Actor } from '@/lib/domain/access/actor'
import type { Permission } from '@/lib/domain/access/permissions'
import type { Filter, Params } from '@/lib/domain/contract/filters'
import type { TrailAction } from '@/lib/domain/trail'
import type { ListFile } from './list-file'

/** What is asked of a list: the parameters of its page's address. */
export interface Asked {
  actor: Actor
  params: Params
  /** The columns that the person last chose for the list of contracts. */
  remembered: readonly string[]
}

export interface Opened {
  file: ListFile
  /** For the trail: which filters, and the values of those that name nobody. */
  details: Record<string, unknown>
  /** Parameters that could not be read and were left out. */
  ignored?: readonly string[]
}

/** The declaration of a list that is a file too: who may take it, its filters and its columns. */
export interface ExportedList {
  permission: Permission
  /** What the trail calls it. */
  action: TrailAction
  /** The list as it was asked for, before the snapshot its rows are read from is opened. Null where there is none. */
  open(asked: Asked): Opened | null | Promise<Opened | null>
}

export const one = (params: Params, name: string): string | undefined => params.get(name)?.[0]

export const flat = (params: Params): Record<string, string | undefined> =>
  Object.fromEntries([...params.keys()].map((name) => [name, one(params, name)]))

/** Which fields were asked, never what was asked of them: names of parties stay out of the trail. */
export const filtersAsked = (filters: readonly Filter[]): Record<string, unknown> => ({
  filters: filters.map(({ key }) => key),
  ...Object.fromEntries(
    filters.flatMap((filter) =>
      filter.operator === 'in' && (filter.key === 'year' || filter.key === 'unit')
        ? [[filter.key, filter.codes]]
        : [],
    ),
  ),
})
