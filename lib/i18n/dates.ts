import { timeZone } from './locale'

const parts = new Intl.DateTimeFormat('en-CA', {
  timeZone,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})

/** The office's calendar day and time of an instant: `2024-12-09` and `16:05`, the same in both languages. */
export function officeTime(instant: Date): { day: string; time: string } {
  const part = Object.fromEntries(parts.formatToParts(instant).map(({ type, value }) => [type, value]))
  return { day: `${part.year}-${part.month}-${part.day}`, time: `${part.hour}:${part.minute}` }
}

const clock = new Intl.DateTimeFormat('en-GB', { timeZone, timeStyle: 'medium' })

/** The office's clock to the second: `16:05:09`. */
export const officeClock = (instant: Date): string => clock.format(instant)

/** Day and time to the second: `2024-12-28 23:59:59`. */
export const officeMoment = (instant: Date): string => `${officeTime(instant).day} ${officeClock(instant)}`
