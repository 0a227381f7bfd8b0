import { useLocale, useTranslations } from 'next-intl'
import { ListLinks } from '@/components/dashboard/list-links'
import { Panel } from '@/components/ui/panel'
import { RowHead, Table, Td, Th, Tr } from '@/components/ui/table'
import { codeWords } from '@/lib/domain/contract/code-lists'
import { pathWords } from '@/lib/domain/contract/path-words'
import { say } from '@/lib/domain/words'
import type { CentreWork } from '@/lib/domain/work/centre-work'
import { foremost, type UnitReturns } from '@/lib/domain/work/returns'
import { Count, Statement, shade } from './numbers'
import { unitNames } from './unit-names'
import { WideTable } from './wide-table'

/** So many fields are listed. */
const FIELDS = 10

type Props = { data: Pick<CentreWork, 'returns' | 'units' | 'year'> }

/** Returns of a year: units against the most frequent reasons, and the fields they point at. */
export function ReturnsByUnit({ data }: Props) {
  const t = useTranslations('work.unitReturns')
  const locale = useLocale()
  const year = String(data.year)
  const { rows, total, codes } = data.returns
  const unit = foremost(rows)
  const reason = foremost(codes.map((key, index) => ({ key, returns: total.byReason[index] ?? 0 })))
  const said = {
    year,
    count: total.returns,
    unit: unit ? unitNames(data.units, locale)(unit.unit) : '',
    reason: reason ? say(codeWords('returnReason', reason.key), locale) : '',
  }
  const title =
    total.returns === 0
      ? t('none', { year })
      : t(unit ? (reason ? 'title' : 'titleUnit') : reason ? 'titleReason' : 'titleAlone', said)
  return (
    <Panel flush={total.returns > 0} note={t('note')} title={<Statement id="returns">{title}</Statement>}>
      {total.returns > 0 && (
        <>
          <Matrix data={data} />
          <h3 className="px-5 pt-5 pb-1 font-medium">{t('fields')}</h3>
          <Fields data={data} />
          <ListLinks filters={{ year: data.year }} list="returned-fields" of={t('fieldsCaption', { year })} />
        </>
      )}
    </Panel>
  )
}

function Matrix({ data: { returns, units, year } }: Props) {
  const t = useTranslations('work.unitReturns')
  const all = useTranslations('work')
  const locale = useLocale()
  const name = unitNames(units, locale)
  const { codes, rows, total } = returns
  const greatest = Math.max(...rows.flatMap(({ byReason, others }) => [...byReason, others]))
  const cells = (row: UnitReturns, words: string, shaded: boolean) => {
    const ground = (value: number) => (shaded ? shade(value, greatest) : undefined)
    return (
      <>
        <th scope="row">{words}</th>
        <td className="font-semibold">
          <Count id={`returns.${row.unit}`} value={row.returns} />
        </td>
        {row.byReason.map((value, index) => (
          <td className={ground(value)} key={codes[index]}>
            <Count id={`returns.${row.unit}.${codes[index]}`} value={value} />
          </td>
        ))}
        <td className={ground(row.others)}>
          <Count id={`returns.${row.unit}.others`} value={row.others} />
        </td>
      </>
    )
  }
  return (
    <WideTable caption={t('caption', { year: String(year) })}>
      <thead>
        <tr>
          <th scope="col">{all('unit')}</th>
          <th scope="col">{t('times')}</th>
          {codes.map((code) => (
            <th key={code} scope="col">
              {say(codeWords('returnReason', code), locale)}
            </th>
          ))}
          <th scope="col">{t('others')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.unit}>{cells(row, name(row.unit), true)}</tr>
        ))}
      </tbody>
      <tfoot>
        <tr className="sum">{cells(total, all('total'), false)}</tr>
      </tfoot>
    </WideTable>
  )
}

function Fields({ data: { returns, year } }: Props) {
  const t = useTranslations('work.unitReturns')
  const locale = useLocale()
  return (
    <Table caption={t('fieldsCaption', { year: String(year) })}>
      <thead>
        <tr>
          <Th>{t('field')}</Th>
          <Th numeric>{t('times')}</Th>
          <Th>{t('mostly')}</Th>
        </tr>
      </thead>
      <tbody>
        {returns.fields.slice(0, FIELDS).map(({ key, returns: times, reasons }) => (
          <Tr key={key}>
            <RowHead>{say(pathWords(key), locale)}</RowHead>
            <Td label={t('times')} numeric>
              <Count id={`returns.field.${key}`} value={times} />
            </Td>
            <Td label={t('mostly')}>{say(codeWords('returnReason', reasons[0]?.key ?? ''), locale)}</Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  )
}
