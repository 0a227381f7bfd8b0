import { useLocale, useTranslations } from 'next-intl'
import { ListLinks } from '@/components/dashboard/list-links'
import { Disclosure } from '@/components/ui/disclosure'
import { Panel } from '@/components/ui/panel'
import { RowHead, Table, Td, Th, Tr } from '@/components/ui/table'
import { membersOf } from '@/lib/domain/statistics/members'
import { say } from '@/lib/domain/words'
import type { Turnaround as Times, YearTurnaround } from '@/lib/domain/work/turnaround'
import { Count, DayCount, Statement } from './numbers'
import { SplitBar } from './split-bar'
import { WideTable } from './wide-table'

/** How long it took from entry to registration, this year beside last, and where the days went. */
export function Turnaround({ data, year }: { data: YearTurnaround; year: number }) {
  const t = useTranslations('work.turnaround')
  const shown = [
    { id: 'this', year, times: data.this },
    { id: 'last', year: year - 1, times: data.last },
  ]
  const some = shown.filter(({ times }) => times.contracts > 0)
  return (
    <Panel
      flush={some.length > 0}
      note={t('note')}
      title={
        <Statement id="turnaround">
          <Comparison data={data} year={year} />
        </Statement>
      }
    >
      {some.length > 0 && (
        <>
          <YearsTable shown={shown} />
          <section className="grid gap-3 px-5 py-4">
            <h3 className="font-medium">{t('split')}</h3>
            {some.map((one) => (
              <SplitBar id={one.id} key={one.id} part={one.times.inOffice} year={one.year} />
            ))}
          </section>
          <div className="px-5 pb-4">
            <Disclosure summary={t('months')}>
              <MonthsTable data={data} year={year} />
            </Disclosure>
          </div>
          <ListLinks filters={{ year }} list="turnaround" of={t('caption')} />
        </>
      )}
    </Panel>
  )
}

function Comparison({ data, year }: { data: YearTurnaround; year: number }) {
  const t = useTranslations('work.turnaround')
  const days = data.this.median
  if (days === null) return t('none', { year: String(year) })
  const title = t('title', { year: String(year), days })
  const last = data.last.median
  if (last === null) return title
  if (last === days) return t('same', { title })
  return days < last ? t('faster', { title, days: last - days }) : t('slower', { title, days: days - last })
}

function YearsTable({ shown }: { shown: readonly { id: string; year: number; times: Times }[] }) {
  const t = useTranslations('work.turnaround')
  const unit = useTranslations('work')('days')
  const columns = ['median', 'nineTenths', 'office', 'centre'] as const
  const value: Record<(typeof columns)[number], (times: Times) => number | null> = {
    median: ({ median }) => median,
    nineTenths: ({ nineTenths }) => nineTenths,
    office: ({ officeMedian }) => officeMedian,
    centre: ({ centreMedian }) => centreMedian,
  }
  return (
    <Table caption={t('caption')}>
      <thead>
        <tr>
          <Th>{t('period')}</Th>
          <Th numeric>{t('contracts')}</Th>
          {columns.map((name) => (
            <Th key={name} numeric>
              {t(name)}
              <span className="block font-normal text-faint">{unit}</span>
            </Th>
          ))}
        </tr>
      </thead>
      <tbody>
        {shown.map(({ id, year, times }) => (
          <Tr key={id}>
            <RowHead>{t('year', { year: String(year) })}</RowHead>
            <Td label={t('contracts')} numeric>
              <Count id={`turnaround.${id}.contracts`} value={times.contracts} />
            </Td>
            {columns.map((name) => (
              <Td key={name} label={t(name)} numeric>
                <DayCount id={`turnaround.${id}.${name}`} value={value[name](times)} />
              </Td>
            ))}
          </Tr>
        ))}
      </tbody>
    </Table>
  )
}

const monthWords = new Map(membersOf('month', []).map(({ code, words }) => [Number(code), words]))

function MonthsTable({ data, year }: { data: YearTurnaround; year: number }) {
  const t = useTranslations('work.turnaround')
  const locale = useLocale()
  const sides = [
    { side: 'this', year },
    { side: 'last', year: year - 1 },
  ] as const
  const columns = ['contracts', 'median', 'nineTenths'] as const
  return (
    <WideTable caption={t('monthsCaption')}>
      <thead>
        <tr>
          <th scope="col">{t('month')}</th>
          {sides.flatMap((one) =>
            columns.map((name) => (
              <th className="min-w-16" key={`${one.side}.${name}`} scope="col">
                {t(name)}
                <small>{t('year', { year: String(one.year) })}</small>
              </th>
            )),
          )}
        </tr>
      </thead>
      <tbody>
        {data.months.map((one) => (
          <tr key={one.month}>
            <th scope="row">{say(monthWords.get(one.month) ?? { zh: '', en: '' }, locale)}</th>
            {sides.flatMap(({ side }) =>
              columns.map((name) => {
                const id = `turnaround.${one.month}.${side}.${name}`
                return (
                  <td key={id}>
                    {name === 'contracts' ? (
                      <Count id={id} value={one[side].contracts} />
                    ) : (
                      <DayCount id={id} value={one[side][name]} />
                    )}
                  </td>
                )
              }),
            )}
          </tr>
        ))}
      </tbody>
    </WideTable>
  )
}
