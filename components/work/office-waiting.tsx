import { useLocale, useTranslations } from 'next-intl'
import { DateText } from '@/components/format/text'
import { StatusPill } from '@/components/ui/badge'
import { TextLink } from '@/components/ui/button'
import { Panel } from '@/components/ui/panel'
import { say } from '@/lib/domain/words'
import { ages } from '@/lib/domain/work/ages'
import {
  type OfficeWork,
  type ShownWaiting,
  type WaitingKind,
  waitingKinds,
} from '@/lib/domain/work/office-work'
import { routes } from '@/lib/routes'
import { ageDoor, atCentreDoor, draftsDoor, nearDoor, overdueDoor, returnedDoor } from './doors'
import { Count, Statement } from './numbers'
import { RequestsLine } from './requests-line'
import { WideTable } from './wide-table'

const doors: Record<WaitingKind, () => string> = {
  draft: draftsDoor,
  returned: returnedDoor,
  submitted: atCentreDoor,
}

type Props = { data: Pick<OfficeWork, 'waiting' | 'requests' | 'spans' | 'today' | 'nearUntil'> }

/** What waits for the office: its drafts, what came back to be mended, and what lies at the centre. */
export function OfficeWaiting({ data }: Props) {
  const t = useTranslations('work')
  const { draft, returned, submitted } = data.waiting
  const mine = draft.contracts + returned.contracts
  const some = mine + submitted.contracts > 0
  const title = some
    ? t('waiting.title', {
        mine,
        draft: draft.contracts,
        returned: returned.contracts,
        submitted: submitted.contracts,
      })
    : t('waiting.nothing')
  return (
    <Panel
      flush={some || data.requests > 0}
      note={t('waiting.note')}
      title={<Statement id="waiting">{title}</Statement>}
    >
      {some ? (
        <>
          <AgeTable data={data} />
          <AtCentre data={data} />
          <div className="grid gap-x-8 gap-y-5 px-5 py-4 lg:grid-cols-3">
            {waitingKinds.map((kind) => (
              <First contracts={data.waiting[kind].first} key={kind} kind={kind} />
            ))}
          </div>
        </>
      ) : (
        <p className={data.requests > 0 ? 'px-5 py-4 text-soft' : 'text-soft'}>
          {t('waiting.nothingHelp')} <TextLink href={routes.newContract()}>{t('waiting.enter')}</TextLink>
        </p>
      )}
      <RequestsLine requests={data.requests} />
    </Panel>
  )
}

function AgeTable({ data: { waiting, spans } }: Props) {
  const t = useTranslations('work')
  const locale = useLocale()
  return (
    <WideTable caption={t('waiting.caption')}>
      <thead>
        <tr>
          <th scope="col">{t('waiting.kind')}</th>
          {ages.map(({ id, words }) => (
            <th className="min-w-14 whitespace-nowrap" key={id} scope="col">
              {say(words, locale)}
            </th>
          ))}
          <th scope="col">{t('total')}</th>
        </tr>
      </thead>
      <tbody>
        {waitingKinds.map((kind) => {
          const row = t(`waiting.${kind}`)
          const { contracts } = waiting[kind]
          return (
            <tr key={kind}>
              <th scope="row">
                {row} <span className="text-sm font-normal text-faint">{t(`waiting.from.${kind}`)}</span>
              </th>
              {spans.map((span) => {
                const value = waiting[kind].ages[span.age]
                const words = ages.find(({ id }) => id === span.age)?.words ?? { zh: '', en: '' }
                const column = t('waiting.age', { age: say(words, locale) })
                return (
                  <td key={span.age}>
                    <Count
                      href={kind === 'submitted' ? ageDoor(span) : undefined}
                      id={`waiting.${kind}.${span.age}`}
                      label={t('open', { row, column, value })}
                      value={value}
                    />
                  </td>
                )
              })}
              <td className="font-semibold">
                <Count
                  href={doors[kind]()}
                  id={`waiting.${kind}`}
                  label={t('open', { row, column: t('total'), value: contracts })}
                  value={contracts}
                />
              </td>
            </tr>
          )
        })}
      </tbody>
    </WideTable>
  )
}

function AtCentre({ data: { waiting, today, nearUntil } }: Props) {
  const t = useTranslations('work')
  const { contracts, overdue, near } = waiting.submitted
  if (contracts === 0) return null
  const count = (which: 'overdue' | 'near', value: number, href: string) => (
    <Count
      href={href}
      id={`waiting.${which}`}
      label={t('open', { row: t('waiting.submitted'), column: t(`waiting.${which}`), value })}
      value={value}
    />
  )
  return (
    <p className="border-b border-line px-5 py-3 text-soft">
      {t.rich('waiting.atCentre', {
        overdue: () => count('overdue', overdue, overdueDoor(today)),
        near: () => count('near', near, nearDoor(today, nearUntil)),
      })}
    </p>
  )
}

function First({ kind, contracts }: { kind: WaitingKind; contracts: readonly ShownWaiting[] }) {
  const t = useTranslations('work')
  return (
    <section>
      <h3 className="mb-1 font-medium">{t(`waiting.first.${kind}`)}</h3>
      {contracts.length === 0 ? (
        <p className="text-faint">{t('noneHere')}</p>
      ) : (
        <ul className="divide-y divide-line">
          {contracts.map((one) => (
            <li className="py-2" key={one.id}>
              <ContractLine one={one} since={t(`waiting.since.${kind}`)} />
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function ContractLine({ one, since }: { one: ShownWaiting; since: string }) {
  const t = useTranslations('work')
  const locale = useLocale()
  return (
    <>
      <a className="block truncate hover:text-jade hover:underline" href={routes.contract(one.id)}>
        {one.name || t('unnamed')}
      </a>
      <p className="flex flex-wrap items-center gap-x-3 text-sm text-faint">
        <span className="font-mono">{one.localNumber}</span>
        <span>
          {one.deadline ? t('waiting.due') : since} <DateText value={one.dueOn ?? one.since} />
        </span>
        {one.deadline ? (
          <StatusPill tone={one.deadline.tone}>{say(one.deadline.words, locale)}</StatusPill>
        ) : (
          one.points > 0 && (
            <span className="text-poplar-ink">{t('waiting.points', { count: one.points })}</span>
          )
        )}
      </p>
    </>
  )
}
