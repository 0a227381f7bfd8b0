import { useLocale, useTranslations } from 'next-intl'
import { ListLinks } from '@/components/dashboard/list-links'
import { Disclosure } from '@/components/ui/disclosure'
import { Panel } from '@/components/ui/panel'
import { RowHead, Table, Td, Th, Tr } from '@/components/ui/table'
import { codeWords } from '@/lib/domain/contract/code-lists'
import { pathWords } from '@/lib/domain/contract/path-words'
import { say } from '@/lib/domain/words'
import type { OfficeWork } from '@/lib/domain/work/office-work'
import { foremost, type ReturnedField } from '@/lib/domain/work/returns'
import { Count, Statement } from './numbers'

/** So many fields are seen at once. */
const SEEN = 6

/** Why the office's contracts came back in a year: the fields pointed at, and the reasons given there. */
export function OfficeReturns({ data, year }: { data: OfficeWork['returns']; year: number }) {
  const t = useTranslations('work.returned')
  const locale = useLocale()
  const { returns, fields } = data
  const first = foremost(fields)
  const said = { year: String(year), count: returns }
  const title =
    returns === 0
      ? t('none', { year: said.year })
      : first
        ? t('title', { ...said, field: say(pathWords(first.key), locale) })
        : t('titleAlone', said)
  const most = fields[0]?.returns ?? 0
  const rest = fields.slice(SEEN)
  return (
    <Panel flush={fields.length > 0} note={t('note')} title={<Statement id="returned">{title}</Statement>}>
      {fields.length > 0 && <Fields fields={fields.slice(0, SEEN)} most={most} year={year} />}
      {rest.length > 0 && (
        <div className="px-5 py-3">
          <Disclosure summary={t('more', { count: rest.length })}>
            <Fields fields={rest} most={most} year={year} />
          </Disclosure>
        </div>
      )}
      {fields.length > 0 && (
        <ListLinks filters={{ year }} list="returned-fields" of={t('caption', { year: said.year })} />
      )}
    </Panel>
  )
}

function Fields({ fields, most, year }: { fields: readonly ReturnedField[]; most: number; year: number }) {
  const t = useTranslations('work.returned')
  const unit = useTranslations('work')('times')
  const locale = useLocale()
  return (
    <Table caption={t('caption', { year: String(year) })}>
      <thead>
        <tr>
          <Th>{t('field')}</Th>
          <Th>{t('reason')}</Th>
          <Th numeric>{t('times')}</Th>
        </tr>
      </thead>
      <tbody>
        {fields.map(({ key, returns, reasons }) => (
          <Tr key={key}>
            <RowHead className="sm:w-1/3">{say(pathWords(key), locale)}</RowHead>
            <Td label={t('reason')}>
              <ul className="grid gap-1">
                {reasons.map((reason) => (
                  <li className="flex justify-between gap-4" key={reason.key}>
                    <span>{say(codeWords('returnReason', reason.key), locale)}</span>
                    {reasons.length > 1 && (
                      <span className="shrink-0 text-soft">
                        <Count id={`returned.${key}.${reason.key}`} value={reason.returns} /> {unit}
                      </span>
                    )}
                  </li>
                ))}
              </ul>
            </Td>
            <Td className="sm:w-28" label={t('times')} numeric>
              <span className="grid justify-items-start sm:justify-items-end">
                <Count id={`returned.${key}`} value={returns} />
                <span aria-hidden="true" className="mt-0.5 h-1 w-20 bg-sunken print:hidden">
                  <span className="block h-full bg-chart-2" style={{ width: `${(returns * 100) / most}%` }} />
                </span>
              </span>
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  )
}
