import { useFormatter } from 'next-intl'
import { officeTime } from '@/lib/i18n/dates'
import { Absent } from './money'

/**
 * `table`: 2024-12-09 · `prose`: 2024年12月9日 · `moment`: 2024-12-09 16:05, in the office's time zone.
 * A plain date is a day of the calendar, not an instant: it never shifts with a time zone.
 */
export function DateText({
  value,
  form = 'table',
}: {
  value: string | Date | null | undefined
  form?: 'table' | 'prose' | 'moment'
}) {
  const format = useFormatter()
  if (!value) return <Absent />
  const plainDay = typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value)
  const instant = new Date(value)
  const { day, time } = plainDay ? { day: value, time: '' } : officeTime(instant)
  const text =
    form === 'prose'
      ? format.dateTime(new Date(day), { timeZone: 'UTC', year: 'numeric', month: 'long', day: 'numeric' })
      : form === 'moment' && time
        ? `${day} ${time}`
        : day
  return (
    <time className="whitespace-nowrap" dateTime={plainDay ? day : instant.toISOString()}>
      {text}
    </time>
  )
}

/** A whole number with thousands. */
export function Count({ value }: { value: number | bigint | null | undefined }) {
  const format = useFormatter()
  return value === null || value === undefined ? <Absent /> : <span>{format.number(value)}</span>
}
