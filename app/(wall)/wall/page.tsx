import { redirect } from 'next/navigation'
import { currentYear } from '@/lib/domain/statistics/query'
import { routes } from '@/lib/routes'
import { requireActor } from '@/lib/services/actor'
import { statisticsYears } from '@/lib/services/statistics/read-year'

/** Leads to the latest year with figures. */
export default async function WallPage() {
  const actor = await requireActor('statistics.read')
  redirect(routes.wall((await statisticsYears(actor))[0] ?? currentYear(new Date())))
}
