import type { Words } from '../words'
import { addDays } from './dates'
import type { Calendar } from './working-days'

/** A day that differs from the plain week, and why. */
export interface SpecialDay {
  date: string
  kind: 'off' | 'work'
  words: Words
}

const NAMES = {
  newYear: { zh: '元旦', en: "New Year's Day" },
  spring: { zh: '春节', en: 'Spring Festival' },
  qingming: { zh: '清明节', en: 'Qingming Festival' },
  labour: { zh: '劳动节', en: 'Labour Day' },
  dragonBoat: { zh: '端午节', en: 'Dragon Boat Festival' },
  midAutumn: { zh: '中秋节', en: 'Mid-Autumn Festival' },
  national: { zh: '国庆节', en: 'National Day' },
  nationalMidAutumn: { zh: '国庆节、中秋节', en: 'National Day and Mid-Autumn Festival' },
} satisfies Record<string, Words>

type Arrangement = [name: keyof typeof NAMES, from: string, to: string, ...workdays: string[]]

/** 国务院办公厅关于部分节假日安排的通知, year by year: holiday, first and last day off, weekend days worked instead. */
const NOTICES: readonly Arrangement[] = [
  ['newYear', '2022-12-31', '2023-01-02'],
  ['spring', '2023-01-21', '2023-01-27', '2023-01-28', '2023-01-29'],
  ['qingming', '2023-04-05', '2023-04-05'],
  ['labour', '2023-04-29', '2023-05-03', '2023-04-23', '2023-05-06'],
  ['dragonBoat', '2023-06-22', '2023-06-24', '2023-06-25'],
  ['nationalMidAutumn', '2023-09-29', '2023-10-06', '2023-10-07', '2023-10-08'],
  ['newYear', '2024-01-01', '2024-01-01'],
  ['spring', '2024-02-10', '2024-02-17', '2024-02-04', '2024-02-18'],
  ['qingming', '2024-04-04', '2024-04-06', '2024-04-07'],
  ['labour', '2024-05-01', '2024-05-05', '2024-04-28', '2024-05-11'],
  ['dragonBoat', '2024-06-10', '2024-06-10'],
  ['midAutumn', '2024-09-15', '2024-09-17', '2024-09-14'],
  ['national', '2024-10-01', '2024-10-07', '2024-09-29', '2024-10-12'],
  ['newYear', '2025-01-01', '2025-01-01'],
  ['spring', '2025-01-28', '2025-02-04', '2025-01-26', '2025-02-08'],
  ['qingming', '2025-04-04', '2025-04-06'],
  ['labour', '2025-05-01', '2025-05-05', '2025-04-27'],
  ['dragonBoat', '2025-05-31', '2025-06-02'],
  ['nationalMidAutumn', '2025-10-01', '2025-10-08', '2025-09-28', '2025-10-11'],
  ['newYear', '2026-01-01', '2026-01-03', '2026-01-04'],
  ['spring', '2026-02-15', '2026-02-23', '2026-02-14', '2026-02-28'],
  ['qingming', '2026-04-04', '2026-04-06'],
  ['labour', '2026-05-01', '2026-05-05', '2026-05-09'],
  ['dragonBoat', '2026-06-19', '2026-06-21'],
  ['midAutumn', '2026-09-25', '2026-09-27'],
  ['national', '2026-10-01', '2026-10-07', '2026-09-20', '2026-10-10'],
]

function daysOf([name, from, to, ...workdays]: Arrangement): SpecialDay[] {
  const words = NAMES[name]
  const days: SpecialDay[] = workdays.map((date) => ({
    date,
    kind: 'work',
    words: { zh: `${words.zh}调休上班`, en: `Working day for ${words.en}` },
  }))
  for (let date = from; date <= to; date = addDays(date, 1)) days.push({ date, kind: 'off', words })
  return days
}

/**
 * National holidays 2023–2026 with their make-up workdays, with which a new register's holiday calendar begins.
 * 肉孜节 and 古尔邦节 are set by the regional government from year to year: the office enters them in the calendar.
 */
export const nationalHolidays: readonly SpecialDay[] = NOTICES.flatMap(daysOf).sort((a, b) =>
  a.date.localeCompare(b.date),
)

export const calendarOf = (days: readonly Pick<SpecialDay, 'date' | 'kind'>[]): Calendar =>
  new Map(days.map(({ date, kind }) => [date, kind]))
