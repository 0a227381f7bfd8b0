import 'server-only'
import { z } from 'zod'

/** Which report an act is about: the year, and the unit whose own report it is, left out for the whole Corps. */
export const reportKey = {
  year: z.int().min(2000).max(2100),
  unit: z.string().max(10).nullable().default(null),
}

export const reportSubject = ({ year, unit }: { year: number; unit: string | null }): string =>
  unit === null ? String(year) : `${year}/${unit}`
