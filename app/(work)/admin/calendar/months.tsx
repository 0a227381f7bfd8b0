import { useFormatter, useTranslations } from 'next-intl'
import { cx } from '@/components/ui/classes'
import { addDays, weekday } from '@/lib/domain/time/dates'

type Special = ReadonlyMap<string, { kind: 'off' | 'work'; name: string }>

/** The year at a glance: what is off beyond the plain week, and the weekend days that are worked. */
export function Months({ year, special, today }: { year: number; special: Special; today: string }) {
  return (
    <div className="grid gap-x-8 gap-y-6 sm:grid-cols-2 xl:grid-cols-3">
      {Array.from({ length: 12 }, (_, month) => `${year}-${String(month + 1).padStart(2, '0')}-01`).map(
        (first) => (
          <Month first={first} key={first} special={special} today={today} />
        ),
      )}
    </div>
  )
}

function Month({ first, special, today }: { first: string; special: Special; today: string }) {
  const t = useTranslations('admin')
  const format = useFormatter()
  const noon = (day: string) => new Date(`${day}T12:00:00Z`)
  const title = format.dateTime(noon(first), { timeZone: 'UTC', month: 'long' })
  const weeks = weeksOf(first)
  return (
    <table className="w-full table-fixed text-center text-sm">
      <caption className="pb-1.5 text-left font-semibold">{title}</caption>
      <thead>
        <tr>
          {(weeks[1] ?? []).map((day) => (
            <th className="pb-1 font-normal text-faint" key={day} scope="col">
              {day && format.dateTime(noon(day), { timeZone: 'UTC', weekday: 'narrow' })}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week) => (
          <tr key={week.find(Boolean)}>
            {week.map((day, index) => {
              const found = day ? special.get(day) : undefined
              const free = found ? found.kind === 'off' : index > 4
              return (
                <td
                  aria-current={day === today ? 'date' : undefined}
                  className={cx(
                    'h-8 rounded-sm p-0',
                    found?.kind === 'off' && 'bg-jade-wash font-semibold text-jade',
                    found?.kind === 'work' && 'bg-poplar-wash font-semibold text-poplar-ink',
                    !found && free && 'text-faint',
                    day === today && 'outline-2 -outline-offset-2 outline-jade',
                  )}
                  // biome-ignore lint/suspicious/noArrayIndexKey: the seven columns of a week never move.
                  key={index}
                  title={found?.name}
                >
                  {day && Number(day.slice(8))}
                  {found && (
                    <span className="ml-px align-super text-xs">
                      {t(found.kind === 'off' ? 'offMark' : 'workMark')}
                    </span>
                  )}
                </td>
              )
            })}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Days of a month in weeks from Monday; null before the first and after the last. */
function weeksOf(first: string): (string | null)[][] {
  const month = first.slice(0, 7)
  const monday = addDays(first, 1 - weekday(first))
  return Array.from({ length: 6 }, (_, week) =>
    Array.from({ length: 7 }, (_, day) => addDays(monday, week * 7 + day)).map((day) =>
      day.startsWith(month) ? day : null,
    ),
  ).filter((week) => week.some(Boolean))
}
