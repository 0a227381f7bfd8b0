import { useLocale, useTranslations } from 'next-intl'
import { DateText } from '@/components/format/text'
import { StatusPill } from '@/components/ui/badge'
import { Panel } from '@/components/ui/panel'
import { say } from '@/lib/domain/words'
import type { CentreWork } from '@/lib/domain/work/centre-work'
import { routes } from '@/lib/routes'
import { deskDoor } from './doors'
import { Count, Statement } from './numbers'
import { unitNames } from './unit-names'
import { WideTable } from './wide-table'

type Props = { data: Pick<CentreWork, 'inHand' | 'nearest' | 'units'> }

/** Deadlines at risk: how many in each unit, and the contracts that come first. */
export function Deadlines({ data }: Props) {
  const t = useTranslations('work')
  const { overdue, near } = data.inHand.total
  const title = overdue + near === 0 ? t('deadlines.none') : t('deadlines.title', { overdue, near })
  return (
    <Panel flush note={t('now')} title={<Statement id="deadlines">{title}</Statement>}>
      {overdue + near > 0 && <AtRisk data={data} />}
      <section className="px-5 py-4">
        <h3 className="mb-1 font-medium">{t('deadlines.nearest')}</h3>
        <Nearest data={data} />
      </section>
    </Panel>
  )
}

function AtRisk({ data: { inHand, units } }: Props) {
  const t = useTranslations('work')
  const name = unitNames(units, useLocale())
  const columns = ['overdue', 'near'] as const
  return (
    <WideTable caption={t('deadlines.caption')}>
      <thead>
        <tr>
          <th scope="col">{t('unit')}</th>
          {columns.map((view) => (
            <th key={view} scope="col">
              {t(`deadlines.${view}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {inHand.rows
          .filter(({ overdue, near }) => overdue + near > 0)
          .map((row) => (
            <tr key={row.unit}>
              <th scope="row">{name(row.unit)}</th>
              {columns.map((view) => {
                const [column, value] = [t(`deadlines.${view}`), row[view]]
                return (
                  <td key={view}>
                    <Count
                      href={deskDoor(view, { unit: row.unit })}
                      id={`deadlines.${row.unit}.${view}`}
                      label={t('openDesk', { row: name(row.unit), column, value })}
                      value={value}
                    />
                  </td>
                )
              })}
            </tr>
          ))}
      </tbody>
    </WideTable>
  )
}

function Nearest({ data: { nearest, units } }: Props) {
  const t = useTranslations('work')
  const locale = useLocale()
  const name = unitNames(units, locale)
  if (nearest.length === 0) return <p className="text-faint">{t('deadlines.nothing')}</p>
  return (
    <ul className="divide-y divide-line">
      {nearest.map(({ id, unit, name: contract, localNumber, dueOn, deadline }) => (
        <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-2" key={id}>
          <div className="min-w-0">
            <a className="block truncate hover:text-jade hover:underline" href={routes.approval(id)}>
              {contract || t('unnamed')}
            </a>
            <p className="text-sm text-faint">
              {name(unit)} <span className="font-mono">{localNumber}</span>
            </p>
          </div>
          <p className="flex items-center gap-3 text-sm text-soft">
            <DateText value={dueOn} />
            {deadline && <StatusPill tone={deadline.tone}>{say(deadline.words, locale)}</StatusPill>}
          </p>
        </li>
      ))}
    </ul>
  )
}
