import { redirect } from 'next/navigation'
import { currentYear, yearSchema } from '@/lib/domain/statistics/query'
import { routes } from '@/lib/routes'
import { requireActor } from '@/lib/services/actor'
import { statisticsYears } from '@/lib/services/statistics/read-year'
import type { Search } from '../statistics/view'

/** Leads to the report of the year asked for in the form, or of the latest one with figures. */
export default async function ReportPage({ searchParams }: { searchParams: Promise<Search> }) {
  const actor = await requireActor('statistics.read')
  const { year, unit, asOf } = await searchParams
  const asked = yearSchema.safeParse(year)
  const chosen = asked.success ? asked.data : ((await statisticsYears(actor))[0] ?? currentYear(new Date()))
  redirect(routes.report(chosen, { unit, asOf }))
}
