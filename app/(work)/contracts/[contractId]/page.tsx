import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { ActionBar } from '@/components/contract/action-bar'
import { ContractPage } from '@/components/contract/contract-page'
import { may } from '@/lib/domain/access/permissions'
import { requireActor } from '@/lib/services/actor'
import { viewContract } from '@/lib/services/contracts/view'
import { discardContract, withdrawContract } from '../actions'

type Props = {
  params: Promise<{ contractId: string }>
  searchParams: Promise<{ version?: string | string[] }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('contracts'))('contract') }
}

/** A contract for whoever may see it; for everyone else it does not exist. `?version=` looks back at an event. */
export default async function ContractRoute({ params, searchParams }: Props) {
  const actor = await requireActor('contract.read')
  const [{ contractId }, { version }] = await Promise.all([params, searchParams])
  const view = await viewContract(actor, contractId)
  if (!view) notFound()
  const { id, revision, may: possible, barred, mayAsk } = view
  return (
    <ContractPage
      actions={
        <ActionBar
          acts={{ withdraw: withdrawContract, discard: discardContract }}
          contract={{ id, revision, may: possible, barred, mayAsk }}
          mayCopy={may(actor.role, 'contract.create')}
        />
      }
      mayPrint={may(actor.role, 'certificate.print')}
      version={view.history.find(({ seq }) => String(seq) === version) ?? null}
      view={view}
    />
  )
}
