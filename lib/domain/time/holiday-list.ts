import { isDate } from './dates'

export interface ListedDay {
  day: string
  kind: 'off' | 'work'
  nameZh: string
}

const kinds: Record<string, ListedDay['kind']> = {
  休: 'off',
  放假: 'off',
  off: 'off',
  班: 'work',
  上班: 'work',
  work: 'work',
}

/** `2026年1月1日`, `2026/1/1` and `2026-01-01` are one day. */
function dayOf(text: string): string | null {
  const [, year, month, day] = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(text) ?? []
  if (!year || !month || !day) return null
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isDate(iso) ? iso : null
}

/**
 * Reads a pasted list of special days, one a line: day, 休 or 班, name. Columns may be parted by blanks, tabs or commas.
 * Answers the days, or the first line (from 1) that can't be read.
 */
export function readHolidayList(text: string): { days: ListedDay[] } | { wrongLine: number } {
  const days: ListedDay[] = []
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue
    const [date = '', kindWord = '', ...name] = line
      .normalize('NFKC')
      .trim()
      .split(/[\s,;、]+/)
    const day = dayOf(date)
    const kind = kinds[kindWord.toLowerCase()]
    if (!day || !kind || name.length === 0) return { wrongLine: index + 1 }
    days.push({ day, kind, nameZh: name.join(' ') })
  }
  return { days }
}
