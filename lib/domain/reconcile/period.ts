import { z } from 'zod'
import type { Words } from '../words'

/** A month (`2024-12`) or a year (`2024`) of the national system's export. */
export const periodSchema = z.string().regex(/^(20\d\d|2100)(-(0[1-9]|1[0-2]))?$/, { error: 'period' })

export const monthSchema = z.string().regex(/^(20\d\d|2100)-(0[1-9]|1[0-2])$/, { error: 'month' })

/** Rows of a file that are taken, of all its sheets: both sides are compared at once, before the page answers. */
export const MOST_ROWS = 20_000

/** First and last day of it, both counted. */
export function daysOf(period: string): { from: string; to: string } {
  const [year = '', month] = period.split('-')
  if (month === undefined) return { from: `${year}-01-01`, to: `${year}-12-31` }
  const last = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate()
  return { from: `${period}-01`, to: `${period}-${last}` }
}

export function periodWords(period: string): Words {
  const [year = '', month] = period.split('-')
  if (month === undefined) return { zh: `${year}年`, en: year }
  const name = new Intl.DateTimeFormat('en', { month: 'long', timeZone: 'UTC' }).format(
    new Date(Date.UTC(Number(year), Number(month) - 1)),
  )
  return { zh: `${year}年${Number(month)}月`, en: `${name} ${year}` }
}
