import { useLocale, useTranslations } from 'next-intl'
import { ListLinks } from '@/components/dashboard/list-links'
import { Panel } from '@/components/ui/panel'
import { shownShare } from '@/lib/domain/statistics/shown'
import type { CentreWork } from '@/lib/domain/work/centre-work'
import type { Quality as Row } from '@/lib/domain/work/quality'
import { FEWEST, isEnough, shareOf } from '@/lib/domain/work/shares'
import { yearDoor } from './doors'
import { Count, DayCount, ShareText, Statement } from './numbers'
import { unitNames } from './unit-names'
import { WideTable } from './wide-table'

type Props = { data: Pick<CentreWork, 'quality' | 'units' | 'year'> }

/** How good the registrations of a year were and how soon they came, unit by unit and as a whole. */
export function Quality({ data }: Props) {
  const t = useTranslations('work.quality')
  const { registered, first, inTime } = data.quality.total
  const said = { year: String(data.year), count: registered }
  const title =
    registered === 0
      ? t('none', { year: said.year })
      : isEnough(first)
        ? t('title', { ...said, percent: shownShare(shareOf(first)) ?? '' })
        : t('titleFew', { ...said, first: first.part })
  const some = registered + inTime.of > 0
  return (
    <Panel
      flush={some}
      note={t('note', { fewest: FEWEST })}
      title={<Statement id="quality">{title}</Statement>}
    >
      {some && (
        <>
          <UnitsTable data={data} />
          <ListLinks filters={{ year: data.year }} list="unit-work" of={t('caption', { year: said.year })} />
        </>
      )}
    </Panel>
  )
}

const shares = ['first', 'warned', 'marked', 'inTime'] as const

function UnitsTable({ data: { quality, units, year } }: Props) {
  const t = useTranslations('work.quality')
  const all = useTranslations('work')
  const name = unitNames(units, useLocale())
  const cells = (row: Row, words: string) => (
    <>
      <th scope="row">{words}</th>
      <td>
        <Count
          href={yearDoor(year, { unit: row.unit || undefined })}
          id={`quality.${row.unit}.registered`}
          label={all('open', { row: words, column: t('registered'), value: row.registered })}
          value={row.registered}
        />
      </td>
      {shares.map((one) => (
        <td key={one}>
          <ShareText id={`quality.${row.unit}.${one}`} part={row[one]} />
        </td>
      ))}
      <td>
        <DayCount id={`quality.${row.unit}.centreMedian`} value={row.centreMedian} />
      </td>
    </>
  )
  return (
    <WideTable caption={t('caption', { year: String(year) })}>
      <thead>
        <tr>
          <th scope="col">{all('unit')}</th>
          <th scope="col">{t('registered')}</th>
          {([...shares, 'centreMedian'] as const).map((one) => (
            <th key={one} scope="col">
              {t(one)}
              <small>{t(`${one}Help`)}</small>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {quality.rows.map((row) => (
          <tr key={row.unit}>{cells(row, name(row.unit))}</tr>
        ))}
      </tbody>
      <tfoot>
        <tr className="sum">{cells(quality.total, all('total'))}</tr>
      </tfoot>
    </WideTable>
  )
}
