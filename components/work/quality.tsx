import { useLocale, useTranslations } from 'next-intl'
import { shownFigure } from '@/components/statistics/figure-text'
import { Panel } from '@/components/ui/panel'
import { RowHead, Table, Td, Th, TotalRow, Tr } from '@/components/ui/table'
import type { CentreWork } from '@/lib/domain/work/centre-work'
import type { Quality as Row } from '@/lib/domain/work/quality'
import { FEWEST, isEnough, shareOf } from '@/lib/domain/work/shares'
import { yearDoor } from './doors'
import { Count, DayCount, ShareText, Statement } from './numbers'
import { unitNames } from './unit-names'

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
        ? t('title', { ...said, percent: shownFigure(shareOf(first), 'percent') ?? '' })
        : t('titleFew', { ...said, first: first.part })
  const some = registered + inTime.of > 0
  return (
    <Panel
      flush={some}
      level={3}
      note={t('note', { fewest: FEWEST })}
      title={<Statement id="quality">{title}</Statement>}
    >
      {some && <UnitsTable data={data} />}
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
      <RowHead className="min-w-28">{words}</RowHead>
      <Td numeric>
        <Count
          href={yearDoor(year, { unit: row.unit || undefined })}
          id={`quality.${row.unit}.registered`}
          label={all('open', { row: words, column: t('registered'), value: row.registered })}
          value={row.registered}
        />
      </Td>
      {shares.map((one) => (
        <Td key={one} numeric>
          <ShareText id={`quality.${row.unit}.${one}`} part={row[one]} />
        </Td>
      ))}
      <Td numeric>
        <DayCount id={`quality.${row.unit}.centreMedian`} value={row.centreMedian} />
      </Td>
    </>
  )
  return (
    <Table caption={t('caption', { year: String(year) })} wide>
      <thead>
        <tr>
          <Th>{all('unit')}</Th>
          <Th numeric>{t('registered')}</Th>
          {([...shares, 'centreMedian'] as const).map((one) => (
            <Th className="min-w-28" key={one} numeric>
              {t(one)}
              <span className="block font-normal text-faint">{t(`${one}Help`)}</span>
            </Th>
          ))}
        </tr>
      </thead>
      <tbody>
        {quality.rows.map((row) => (
          <Tr key={row.unit}>{cells(row, name(row.unit))}</Tr>
        ))}
      </tbody>
      <tfoot>
        <TotalRow>{cells(quality.total, all('total'))}</TotalRow>
      </tfoot>
    </Table>
  )
}
