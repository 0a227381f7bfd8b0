import { CentreWork } from '@/components/work/centre-work'
import { OfficeWork } from '@/components/work/office-work'
import type { Actor } from '@/lib/domain/access/actor'
import { may } from '@/lib/domain/access/permissions'
import { readOpenAnswers } from '@/lib/services/campaigns/read'
import { readCentreWork } from '@/lib/services/work/read-centre-work'
import { readOfficeWork } from '@/lib/services/work/read-office-work'

/** The work of whoever looks: an office's own, the centre's over all offices; leaders have none waiting. */
export async function workOf(actor: Actor, year: number) {
  if (may(actor.role, 'work.office')) {
    const [data, answers] = await Promise.all([readOfficeWork(actor, year), readOpenAnswers(actor)])
    return <OfficeWork answers={answers} data={data} />
  }
  if (may(actor.role, 'desk.read')) return <CentreWork data={await readCentreWork(actor, year)} />
  return null
}
