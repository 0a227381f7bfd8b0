import { useLocale, useTranslations } from 'next-intl'
import { type CSSProperties, type ReactNode, useId } from 'react'
import { cx } from '@/components/ui/classes'
import { say } from '@/lib/domain/words'
import { type DecisionDay, decidedOn, type Outcome, outcomes } from '@/lib/domain/work/decisions'
import { Count } from './numbers'
import { Dotting, Hatching } from './patterns'

/** Height of the greatest day's bar; above it there is room for its number. */
const TALLEST = 152

/** How each outcome is filled: solid, hatched, dotted, so that it is told apart without colour. */
function useFills(): { fills: Record<Outcome, string>; defs: ReactNode } {
  const id = useId()
  return {
    fills: {
      registered: 'var(--color-chart-1)',
      returned: `url(#${id}-returned)`,
      refused: `url(#${id}-refused)`,
    },
    defs: (
      <defs>
        <Hatching className="stroke-chart-2" id={`${id}-returned`} size={5} />
        <Dotting className="fill-chart-4" id={`${id}-refused`} size={5} />
      </defs>
    ),
  }
}

const outlines: Record<Outcome, string> = {
  registered: 'stroke-chart-1',
  returned: 'stroke-chart-2',
  refused: 'stroke-chart-4',
}

/** What the fills stand for, with the number of each. */
export function OutcomeKey({ total }: { total: Record<Outcome, number> }) {
  const t = useTranslations('work.decisions')
  const { fills, defs } = useFills()
  return (
    <ul className="flex flex-wrap gap-x-6 gap-y-1">
      {outcomes.map((outcome) => (
        <li className="flex items-center gap-2" key={outcome}>
          <svg aria-hidden="true" className="size-4 shrink-0" viewBox="0 0 16 16">
            {defs}
            <rect
              className={outlines[outcome]}
              fill={fills[outcome]}
              height="15"
              width="15"
              x="0.5"
              y="0.5"
            />
          </svg>
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
  const { fills, defs } = useFills()
  const greatest = Math.max(...days.map(decidedOn))
  const columns = { gridTemplateColumns: `repeat(${days.length}, minmax(0, 1fr))` }
  return (
    <figure aria-label={t('chart', { days: days.length })}>
      <svg aria-hidden="true" className="absolute size-0">
        {defs}
      </svg>
      <div aria-hidden="true" className="grid border-b border-edge" style={columns}>
        {days.map((day) => (
          <DayBar day={day} fills={fills} greatest={greatest} key={day.day} />
        ))}
      </div>
      <DayAxis columns={columns} days={days} />
    </figure>
  )
}

function DayBar({
  day,
  fills,
  greatest,
}: {
  day: DecisionDay
  fills: Record<Outcome, string>
  greatest: number
}) {
  const all = decidedOn(day)
  const height = (all * TALLEST) / greatest
  let top = height
  return (
    <div
      className={cx(
        'flex h-44 flex-col items-center justify-end',
        (day.kind === 'weekend' || day.kind === 'holiday') && 'bg-sunken',
      )}
    >
      {all > 0 && (
        <>
          <span className={cx('text-xs text-soft', all < greatest && 'max-sm:hidden')}>{all}</span>
          <svg aria-hidden="true" className="w-3/5 overflow-visible" height={height}>
            {outcomes.map((outcome) => {
              const part = (day[outcome] * TALLEST) / greatest
              top -= part
              return (
                part > 0 && (
                  <rect
                    className={outlines[outcome]}
                    fill={fills[outcome]}
                    height={part}
                    key={outcome}
                    width="100%"
                    y={top}
                  />
                )
              )
            })}
          </svg>
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
