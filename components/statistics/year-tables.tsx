import { useLocale, useTranslations } from 'next-intl'
import { DataLinks } from '@/components/dashboard/data-links'
import { ListLinks } from '@/components/dashboard/list-links'
import { cx } from '@/components/ui/classes'
import { Disclosure } from '@/components/ui/disclosure'
import { Panel } from '@/components/ui/panel'
import {
  type ChapterName,
  type ContractTable,
  chapters,
  type SplitTable,
} from '@/lib/domain/statistics/catalogue'
import type { Table } from '@/lib/domain/statistics/compute'
import type { CountedContract } from '@/lib/domain/statistics/counted'
import { measures } from '@/lib/domain/statistics/measures'
import type { UnitMember } from '@/lib/domain/statistics/members'
import { say } from '@/lib/domain/words'
import { routes } from '@/lib/routes'
import { Betweens } from './betweens'
import { CountedContracts } from './counted-contracts'
import { Headline } from './headline'
import { StatTable } from './stat-table'
import { keptOf, type ShownView } from './view'

const sheet = 'min-w-0 print:break-inside-avoid'
/** Tables of six columns and more take the whole width. */
const widest = 'xl:col-span-2'

export type ShownTable =
  | { spec: SplitTable; table: Table }
  | { spec: ContractTable; contracts: readonly CountedContract[] }

/** All tables of the year in the order of the report, chapter by chapter. */
export function YearTables({
  view,
  shown,
  units,
}: {
  view: ShownView
  shown: readonly ShownTable[]
  units: readonly UnitMember[]
}) {
  const locale = useLocale()
  const t = useTranslations('statistics')
  const tables = shown.filter(
    ({ spec }) => view.sameDay !== null || spec.kind === 'contracts' || !spec.whileRunning,
  )
  const names = (Object.keys(chapters) as ChapterName[]).filter((name) =>
    tables.some(({ spec }) => spec.chapter === name),
  )
  return (
    <>
      <nav aria-label={t('chapters')} className="mb-6 print:hidden">
        <ul className="flex flex-wrap gap-x-5 gap-y-1">
          {names.map((name) => (
            <li key={name}>
              <a className="rounded-sm text-jade hover:underline" href={`#${name}`}>
                {say(chapters[name], locale)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {names.map((name) => (
        <section aria-labelledby={name} className="mb-10" key={name}>
          <h2 className="mb-3 text-lg" id={name}>
            {say(chapters[name], locale)}
          </h2>
          <div className="grid grid-cols-1 items-start gap-5 xl:grid-cols-2 print:grid-cols-1">
            {tables
              .filter(({ spec }) => spec.chapter === name)
              .map((one) => (
                <OneTable key={one.spec.id} one={one} units={units} view={view} />
              ))}
          </div>
        </section>
      ))}
    </>
  )
}

function OneTable({ one, view, units }: { one: ShownTable; view: ShownView; units: readonly UnitMember[] }) {
  const locale = useLocale()
  const { spec } = one
  const title = say(spec.title, locale)
  const report = spec.report && <span className="text-faint">{say(spec.report, locale)}</span>
  if ('contracts' in one) {
    return (
      <Panel className={cx(sheet, widest)} flush id={spec.id} level={3} title={title}>
        <CountedContracts caption={title} contracts={one.contracts} units={units} />
        <Notes one={one} />
        <ListLinks filters={{ ...keptOf(view), year: view.year, table: spec.id }} list="largest" of={title} />
      </Panel>
    )
  }
  if (one.spec.kind === 'headline') {
    return (
      <Panel className={cx(sheet, widest)} id={spec.id}>
        <h3 className="sr-only">{title}</h3>
        <Headline spec={one.spec} table={one.table} view={view} />
      </Panel>
    )
  }
  return (
    <Panel
      actions={report}
      className={cx(sheet, one.spec.measures.length > 5 && widest)}
      flush
      id={spec.id}
      level={3}
      title={title}
    >
      <StatTable spec={one.spec} table={one.table} view={view} />
      <Betweens table={one.table} />
      <Notes one={one} />
      <div className="px-5 pb-3 text-sm print:hidden">
        <DataLinks
          addressOf={(format) => routes.statisticsExport(view.year, spec.id, { ...keptOf(view), format })}
          of={title}
        />
      </div>
    </Panel>
  )
}

function Notes({ one }: { one: ShownTable }) {
  const t = useTranslations('statistics')
  const locale = useLocale()
  const { spec } = one
  const ofMeasures =
    spec.kind === 'contracts'
      ? []
      : spec.measures.flatMap((name) => {
          const { note, words } = measures[name]
          return note ? [{ name, words, note }] : []
        })
  if (!spec.note && ofMeasures.length === 0) return <div className="h-3" />
  return (
    <div className="px-5 py-3 text-sm text-soft">
      {spec.note && <p>{say(spec.note, locale)}</p>}
      {ofMeasures.length > 0 && (
        <Disclosure summary={t('notes')}>
          <dl className="grid gap-1">
            {ofMeasures.map(({ name, words, note }) => (
              <div key={name}>
                <dt className="font-medium">{say(words, locale)}</dt>
                <dd>{say(note, locale)}</dd>
              </div>
            ))}
          </dl>
        </Disclosure>
      )}
    </div>
  )
}
