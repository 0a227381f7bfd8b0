import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Betweens } from '@/components/statistics/betweens'
import { StatTable } from '@/components/statistics/stat-table'
import { keptOf, type ShownView } from '@/components/statistics/view'
import { cx } from '@/components/ui/classes'
import { Disclosure } from '@/components/ui/disclosure'
import { Panel } from '@/components/ui/panel'
import type { SplitTable } from '@/lib/domain/statistics/catalogue'
import type { Table } from '@/lib/domain/statistics/compute'
import { measures } from '@/lib/domain/statistics/measures'
import { marksOf, type Picture } from '@/lib/domain/statistics/picture'
import { isOver, type Telling } from '@/lib/domain/statistics/statements/telling'
import { say, type Words } from '@/lib/domain/words'
import { routes } from '@/lib/routes'
import { DataLinks } from './data-links'
import { unitOf } from './picture'
import { pictureKinds } from './picture-kinds'

/** One table of the year as a picture: what it says, the picture, the table behind it, and all of it to take along. */
export function PicturePanel({
  spec,
  table,
  statement,
  view,
  source,
  telling,
  children,
}: {
  spec: SplitTable
  table: Table
  /** What the figures say; the title. */
  statement: Words
  view: ShownView
  /** Whose figures, and of when, for pictures that are saved. */
  source: string
  telling: Telling
  /** What else belongs under the pictures. */
  children?: ReactNode
}) {
  const t = useTranslations('dashboard')
  const statistics = useTranslations('statistics')
  const locale = useLocale()
  const title = say(statement, locale)
  const measured = ({ measure }: Picture) =>
    t('measured', {
      what: say(spec.title, locale),
      measure: say(measures[measure].words, locale),
      unit: statistics(`unitsOf.${unitOf(measure)}`),
    })
  const { pictures = [] } = spec
  const several = pictures.length > 1
  return (
    <Panel
      className="relative min-w-0 print:break-inside-avoid"
      id={spec.id}
      note={
        <>
          {!several && pictures[0] && measured(pictures[0])}
          {several && say(spec.title, locale)}
          {spec.report && <span className="ml-2">{t('inReport', { place: say(spec.report, locale) })}</span>}
        </>
      }
      title={title}
    >
      <div className={cx('grid gap-x-10 gap-y-6', several && 'lg:grid-cols-2')}>
        {pictures.map((picture) => {
          const Kind = pictureKinds[picture.kind]
          return (
            <div className="min-w-0" key={picture.measure}>
              {several && <p className="mb-2 text-sm text-soft">{measured(picture)}</p>}
              <Kind
                caption={{ title, subtitle: measured(picture), source }}
                marks={marksOf(picture, table)}
                picture={picture}
                alone={!several && !children}
                shownMonths={monthsOf(telling)}
                spec={spec}
                view={view}
              />
            </div>
          )
        })}
      </div>
      {children}
      <div className="mt-3 text-sm print:hidden">
        <Disclosure summary={t('table')}>
          <div className="-ml-4">
            <StatTable spec={spec} table={table} view={view} />
            <Betweens table={table} />
          </div>
          <div className="mt-3 mb-8 sm:mb-0">
            <DataLinks
              addressOf={(format) => routes.statisticsExport(view.year, spec.id, { ...keptOf(view), format })}
            />
          </div>
        </Disclosure>
      </div>
    </Panel>
  )
}

/** Months of the year that have begun; those to come are not zero, they are not there. */
const monthsOf = (telling: Telling): number => (isOver(telling) ? 12 : Number(telling.today.slice(5, 7)))
