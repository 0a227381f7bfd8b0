import { useLocale, useTranslations } from 'next-intl'
import type { CSSProperties } from 'react'
import { cx } from '@/components/ui/classes'
import { say } from '@/lib/domain/words'
import { type DecisionDay, decidedOn, type Outcome, outcomes } from '@/lib/domain/work/decisions'
import { Count } from './numbers'

/** Each outcome's filling, told apart without colour: plain, slanted lines, level lines. */
const fillings: Record<Outcome, string> = { registered: '1', returned: '2', refused: '4' }

/** What the fillings stand for, with the number of each. */
export function OutcomeKey({ total }: { total: Record<Outcome, number> }) {
  const t = useTranslations('work.decisions')
  return (
    <ul className="flex flex-wrap gap-x-6 gap-y-1">
      {outcomes.map((outcome) => (
        <li className="flex items-center gap-2" key={outcome}>
          <span className="hatched size-3.5" data-at={fillings[outcome]} />
          {t(outcome)}
          <span className="font-semibold">
            <Count id={`decisions.${outcome}`} value={total[outcome]} />
          </span>
        </li>
      ))}
    </ul>
  )
}

/** A stacked bar for each day on a zero line; days off stand on a tinted ground. */
export function DayBars({ days }: { days: readonly DecisionDay[] }) {
  const t = useTranslations('work.decisions')
  const greatest = Math.max(...days.map(decidedOn))
  const columns = { gridTemplateColumns: `repeat(${days.length}, minmax(0, 1fr))` }
  return (
    <figure aria-label={t('chart', { days: days.length })}>
      <div aria-hidden="true" className="grid border-b border-edge" style={columns}>
        {days.map((day) => (
          <DayBar day={day} greatest={greatest} key={day.day} />
        ))}
      </div>
      <DayAxis columns={columns} days={days} />
    </figure>
  )
}

/** Height of the greatest day's bar in pixels; above it there is room for its number. */
const TALLEST = 152

function DayBar({ day, greatest }: { day: DecisionDay; greatest: number }) {
  const all = decidedOn(day)
  const off = day.kind === 'weekend' || day.kind === 'holiday'
  return (
    <div className={cx('flex h-44 flex-col items-center justify-end', off && 'bg-sunken')}>
      {all > 0 && (
        <>
          <span className={cx('text-xs text-soft', all < greatest && 'max-sm:hidden')}>{all}</span>
          {outcomes
            .toReversed()
            .map(
              (outcome) =>
                day[outcome] > 0 && (
                  <span
                    className="hatched w-3/5 border-t border-sheet"
                    data-at={fillings[outcome]}
                    key={outcome}
                    style={{ height: (day[outcome] * TALLEST) / greatest }}
                  />
                ),
            )}
        </>
      )}
    </div>
  )
}

/** Days of the month under the bars; on a phone every fifth. Weekends, holidays and days worked instead are marked. */
function DayAxis({ days, columns }: { days: readonly DecisionDay[]; columns: CSSProperties }) {
  const t = useTranslations('work.decisions')
  const locale = useLocale()
  return (
    <ol aria-hidden="true" className="grid text-center text-xs text-faint" style={columns}>
      {days.map(({ day, kind, words }, index) => (
        <li
          className="grid justify-items-center"
          key={day}
          title={`${day} ${words ? say(words, locale) : t(`kind.${kind}`)}`}
        >
          <span
            className={cx('whitespace-nowrap', (days.length - 1 - index) % 5 !== 0 && 'max-md:invisible')}
          >
            {index === 0 || day.endsWith('-01') ? `${Number(day.slice(5, 7))}/` : ''}
            {Number(day.slice(8))}
          </span>
          <span>{marks[kind]}</span>
        </li>
      ))}
    </ol>
  )
}

const marks: Record<DecisionDay['kind'], string> = { working: '', weekend: '○', holiday: '●', made: '＋' }
