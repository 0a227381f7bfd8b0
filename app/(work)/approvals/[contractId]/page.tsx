import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { cache, Suspense } from 'react'
import { DecisionActs } from '@/components/approval/decision-acts'
import { DecisionPage } from '@/components/approval/decision-page'
import { FilesPanel } from '@/components/approval/files-panel'
import { EffectsPanel } from '@/components/contract/form/effects-panel'
import { Skeleton } from '@/components/ui/states'
import type { Actor } from '@/lib/domain/access/actor'
import { deskFilterSchema, deskQuery } from '@/lib/domain/approval/desk'
import { Problem } from '@/lib/domain/problems'
import { routes } from '@/lib/routes'
import { requireActor } from '@/lib/services/actor'
import { readDecision } from '@/lib/services/approvals/decision'
import { readEffects } from '@/lib/services/contracts/effects'
import { approveContract, disputeContract, refuseContract, returnContract } from '../actions'

type Props = {
  params: Promise<{ contractId: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('approvals'))('decision') }
}

/** One contract before its decision. Outside the viewer's reach it does not exist. */
export default async function DecisionRoute({ params, searchParams }: Props) {
  const actor = await requireActor('desk.read')
  const { contractId } = await params
  const filter = deskFilterSchema.parse(await searchParams)
  const view = await decisionOf(actor, contractId, filter)
  const query = deskQuery(filter)
  const desk = routes.approvals(query)
  const at = (id: string | null) => id && `${routes.approval(id)}${desk.slice(routes.approvals().length)}`
  const { content, queue } = view
  return (
    <DecisionPage
      acts={
        <DecisionActs
          actions={{
            approve: approveContract,
            return: returnContract,
            refuse: refuseContract,
            dispute: disputeContract,
          }}
          contract={{
            id: view.id,
            revision: view.revision,
            name: content.name ?? view.localNumber,
            turnover: content.turnover ?? 0n,
            technology: content.technology ?? 0n,
            needsSecond: view.large && view.status === 'submitted',
          }}
          effects={
            view.possible.includes('approve') && (
              <Suspense fallback={<Skeleton className="h-64 w-full" />}>
                <Effects actor={actor} id={view.id} />
              </Suspense>
            )
          }
          onward={at(queue.next) ?? desk}
          possible={view.possible}
          queue={{
            previousHref: at(queue.previous),
            nextHref: at(queue.next),
            place: queue.place,
            of: queue.of,
          }}
        />
      }
      deskHref={desk}
      files={<FilesPanel contract={view.id} files={view.files} />}
      view={view}
    />
  )
}

/** Comes after the page: nobody decides in the first second. */
async function Effects({ actor, id }: { actor: Actor; id: string }) {
  return <EffectsPanel effects={await readEffects(actor, id)} />
}

const decisionOf = cache(async (...asked: Parameters<typeof readDecision>) => {
  try {
    return await readDecision(...asked)
  } catch (error) {
    if (error instanceof Problem && error.detail.code === 'not-found') notFound()
    throw error
  }
})
