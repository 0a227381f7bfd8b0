import { useLocale, useTranslations } from 'next-intl'
import { ListLinks } from '@/components/dashboard/list-links'
import { DateText } from '@/components/format/text'
import { Disclosure } from '@/components/ui/disclosure'
import { Panel } from '@/components/ui/panel'
import { RowHead, Table, Td, Th, TotalRow, Tr } from '@/components/ui/table'
import { say } from '@/lib/domain/words'
import { type DecisionDay, decidedOn, outcomes } from '@/lib/domain/work/decisions'
import { DayBars, OutcomeKey } from './day-bars'
import { registeredDoor } from './doors'
import { Count, Statement } from './numbers'

/** What was decided on each of the last days, with weekends and holidays told apart. */
export function DecisionsByDay({ days }: { days: readonly DecisionDay[] }) {
  const t = useTranslations('work.decisions')
  const total = totalOf(days)
  const count = decidedOn(total)
  const span = { from: days[0]?.day ?? '', to: days.at(-1)?.day ?? '' }
  const title =
    count === 0 ? t('none', { days: days.length }) : t('title', { days: days.length, count, ...total })
  return (
    <Panel note={t('note', span)} title={<Statement id="decisions">{title}</Statement>}>
      {count > 0 && (
        <div className="grid gap-4">
          <OutcomeKey total={total} />
          <DayBars days={days} />
        </div>
      )}
      <div className={count > 0 ? 'mt-4' : undefined}>
        <Disclosure summary={t('table')}>
          <DaysTable days={days} span={span} total={total} />
          <ListLinks filters={{}} list="decision-days" of={t('caption', { days: days.length })} />
        </Disclosure>
      </div>
    </Panel>
  )
}

type Total = Pick<DecisionDay, (typeof outcomes)[number]>

const totalOf = (days: readonly DecisionDay[]): Total => {
  const sum = (outcome: (typeof outcomes)[number]) => days.reduce((all, day) => all + day[outcome], 0)
  return { registered: sum('registered'), returned: sum('returned'), refused: sum('refused') }
}

function DaysTable({
  days,
  span,
  total,
}: {
  days: readonly DecisionDay[]
  span: { from: string; to: string }
  total: Total
}) {
  const t = useTranslations('work.decisions')
  const all = useTranslations('work')
  const locale = useLocale()
  const cells = (id: string, row: string, counts: Total, { from, to }: { from: string; to: string }) => (
    <>
      {outcomes.map((outcome) => (
        <Td key={outcome} label={t(outcome)} numeric>
          <Count
            href={outcome === 'registered' ? registeredDoor(from, to) : undefined}
            id={`decisions.${id}.${outcome}`}
            label={all('open', { row, column: t(outcome), value: counts[outcome] })}
            value={counts[outcome]}
          />
        </Td>
      ))}
      <Td label={t('decided')} numeric>
        <Count id={`decisions.${id}`} value={decidedOn(counts)} />
      </Td>
    </>
  )
  return (
    <Table caption={t('caption', { days: days.length })}>
      <thead>
        <tr>
          <Th>{t('day')}</Th>
          {outcomes.map((outcome) => (
            <Th key={outcome} numeric>
              {t(outcome)}
            </Th>
          ))}
          <Th numeric>{t('decided')}</Th>
        </tr>
      </thead>
      <tbody>
        {[...days].reverse().map((one) => (
          <Tr className={one.kind === 'weekend' || one.kind === 'holiday' ? 'text-faint' : ''} key={one.day}>
            <RowHead>
              <DateText value={one.day} />{' '}
              <span className="text-sm font-normal text-faint">
                {one.kind !== 'working' && t(`kind.${one.kind}`)} {one.words && say(one.words, locale)}
              </span>
            </RowHead>
            {cells(one.day, one.day, one, { from: one.day, to: one.day })}
          </Tr>
        ))}
      </tbody>
      <tfoot>
        <TotalRow>
          <RowHead>{all('total')}</RowHead>
          {cells('total', all('total'), total, span)}
        </TotalRow>
      </tfoot>
    </Table>
  )
}
