import { useLocale } from 'next-intl'
import type { ReactNode } from 'react'
import type { ShownView } from '@/components/statistics/view'
import type { ShownTable } from '@/components/statistics/year-tables'
import { Panel } from '@/components/ui/panel'
import type { Book } from '@/lib/domain/statistics/book'
import { type ChapterName, chapters, type SplitTable } from '@/lib/domain/statistics/catalogue'
import type { Table } from '@/lib/domain/statistics/compute'
import type { Glance } from '@/lib/domain/statistics/glance'
import { membersOf, type UnitMember } from '@/lib/domain/statistics/members'
import type { Picture } from '@/lib/domain/statistics/picture'
import { statementOfList } from '@/lib/domain/statistics/statements/lists'
import { statementOf } from '@/lib/domain/statistics/statements/statement-of'
import type { Telling } from '@/lib/domain/statistics/statements/telling'
import { say } from '@/lib/domain/words'
import { ContractsPanel } from './contracts-panel'
import { Flow } from './flow'
import { HeadlineFigures } from './headline-figures'
import { PicturePanel } from './picture-panel'
import { Recent } from './recent'

/** Pictures of many members, or of two kinds, take the whole width. */
const wide = new Set(['months', 'bands', 'flows'])

/** The year at a glance: four numbers, what is new, where it will end, and every picture of the report in its place. */
export function YearDashboard({
  tables,
  book,
  glance,
  units,
  view,
  telling,
  source,
  work,
}: {
  tables: readonly ShownTable[]
  book: Book
  glance: Glance
  units: readonly UnitMember[]
  view: ShownView
  telling: Telling
  source: string
  /** What waits for whoever looks, where something does. */
  work?: ReactNode
}) {
  const locale = useLocale()
  const sameDay = tables.find(({ spec }) => spec.id === 'same-day')
  const shown = tables.filter(isPictured)
  const names = (Object.keys(chapters) as ChapterName[]).filter((name) =>
    shown.some(({ spec }) => spec.chapter === name),
  )
  return (
    <div className="grid gap-8">
      {sameDay && 'table' in sameDay && (
        <Panel id="headline">
          <h2 className="sr-only">{say(chapters.overview, locale)}</h2>
          <HeadlineFigures spec={sameDay.spec} table={sameDay.table} view={view} />
        </Panel>
      )}
      <Recent glance={glance} source={source} telling={telling} units={units} view={view} />
      {work}
      {names.map((name) => (
        <section aria-labelledby={`chapter-${name}`} key={name}>
          <h2 className="mb-3 text-lg" id={`chapter-${name}`}>
            {say(chapters[name], locale)}
          </h2>
          <div className="grid grid-cols-1 items-start gap-5 xl:grid-cols-2">
            {shown
              .filter(({ spec }) => spec.chapter === name)
              .map((one) =>
                'contracts' in one ? (
                  <ContractsPanel
                    key={one.spec.id}
                    one={one}
                    statement={statementOfList(one.spec, one.contracts, book.this, telling)}
                    units={units}
                  />
                ) : (
                  <PicturePanel
                    key={one.spec.id}
                    source={source}
                    spec={one.spec}
                    statement={statementOf(one.spec, one.table, telling)}
                    table={one.table}
                    view={view}
                    wide={wide.has(one.spec.id)}
                  >
                    {one.spec.id === 'flows' && view.unit === null && glance.flow.size > 1 && (
                      <Flow
                        matrix={glance.flow}
                        spec={one.spec}
                        targets={membersOf('flow', units)}
                        units={units}
                        view={view}
                      />
                    )}
                  </PicturePanel>
                ),
              )}
          </div>
        </section>
      ))}
    </div>
  )
}

type Pictured =
  | { spec: SplitTable & { pictures: readonly Picture[] }; table: Table }
  | Extract<ShownTable, { contracts: unknown }>

const isPictured = (one: ShownTable): one is Pictured =>
  'contracts' in one || (one.spec.pictures?.length ?? 0) > 0
