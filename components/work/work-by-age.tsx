import { useLocale, useTranslations } from 'next-intl'
import { ListLinks } from '@/components/dashboard/list-links'
import { Panel } from '@/components/ui/panel'
import { say } from '@/lib/domain/words'
import { ages } from '@/lib/domain/work/ages'
import type { CentreWork, UnitInHand } from '@/lib/domain/work/centre-work'
import { ageDoor, deskDoor } from './doors'
import { Count, Statement, shade } from './numbers'
import { RequestsLine } from './requests-line'
import { unitNames } from './unit-names'
import { WideTable } from './wide-table'

type Props = { data: Pick<CentreWork, 'inHand' | 'requests' | 'spans' | 'units' | 'year'> }

/** What is in hand, unit by unit, by working days since acceptance; the fuller a cell, the darker. */
export function WorkByAge({ data }: Props) {
  const t = useTranslations('work')
  const { total } = data.inHand
  const old = total.ages.over15
  const title =
    total.contracts === 0
      ? t('byAge.none')
      : old === 0
        ? t('byAge.titleFresh', { count: total.contracts })
        : t('byAge.title', { count: total.contracts, old })
  return (
    <Panel
      flush={total.contracts > 0 || data.requests > 0}
      note={t('byAge.note')}
      title={<Statement id="byAge">{title}</Statement>}
    >
      {total.contracts > 0 && (
        <>
          <Matrix data={data} />
          <ListLinks filters={{ year: data.year }} list="unit-work" of={t('byAge.caption')} />
        </>
      )}
      <RequestsLine requests={data.requests} />
    </Panel>
  )
}

function Matrix({ data: { inHand, spans, units } }: Props) {
  const t = useTranslations('work')
  const locale = useLocale()
  const name = unitNames(units, locale)
  const greatest = Math.max(...inHand.rows.flatMap((row) => ages.map(({ id }) => row.ages[id])))
  const cells = (row: UnitInHand, words: string, shaded: boolean) => {
    const unit = row.unit || undefined
    return (
      <>
        <th scope="row">{words}</th>
        {spans.map((span) => {
          const value = row.ages[span.age]
          const age = say(ages.find(({ id }) => id === span.age)?.words ?? { zh: '', en: '' }, locale)
          return (
            <td className={shaded ? shade(value, greatest) : undefined} key={span.age}>
              <Count
                href={ageDoor(span, { unit })}
                id={`byAge.${row.unit}.${span.age}`}
                label={t('open', { row: words, column: t('byAge.column', { age }), value })}
                value={value}
              />
            </td>
          )
        })}
        <td className="font-semibold">
          <Count
            href={deskDoor(undefined, { unit })}
            id={`byAge.${row.unit}`}
            label={t('openDesk', { row: words, column: t('byAge.inHand'), value: row.contracts })}
            value={row.contracts}
          />
        </td>
      </>
    )
  }
  return (
    <WideTable caption={t('byAge.caption')}>
      <thead>
        <tr>
          <th scope="col">{t('unit')}</th>
          {ages.map(({ id, words }) => (
            <th className="min-w-14 whitespace-nowrap" key={id} scope="col">
              {say(words, locale)}
            </th>
          ))}
          <th className="min-w-14 whitespace-nowrap" scope="col">
            {t('byAge.inHand')}
          </th>
        </tr>
      </thead>
      <tbody>
        {inHand.rows.map((row) => (
          <tr key={row.unit}>{cells(row, name(row.unit), true)}</tr>
        ))}
      </tbody>
      <tfoot>
        <tr className="sum">{cells(inHand.total, t('total'), false)}</tr>
      </tfoot>
    </WideTable>
  )
}
