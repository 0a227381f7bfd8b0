import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { RequestActs } from '@/components/request/request-acts'
import { RequestPage } from '@/components/request/request-page'
import { shanghaiDate } from '@/lib/domain/time/dates'
import { requireActor } from '@/lib/services/actor'
import { viewRequest } from '@/lib/services/requests/view'
import { declineRequest, grantRequest, recordStatement, serveNotice, takeBackRequest } from '../actions'

type Props = { params: Promise<{ requestId: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('requests'))('request') }
}

/** One request for whoever may see its contract; for everyone else it does not exist. */
export default async function RequestRoute({ params }: Props) {
  const actor = await requireActor('request.read')
  const view = await viewRequest(actor, (await params).requestId)
  if (!view) notFound()
  const { id, kind, status, large, may, ahead, served, contract } = view
  return (
    <RequestPage
      acts={
        <RequestActs
          steps={{
            'take-back': takeBackRequest,
            serve: serveNotice,
            state: recordStatement,
            grant: grantRequest,
            decline: declineRequest,
          }}
          today={shanghaiDate(new Date())}
          view={{ id, kind, status, large, may, ahead, served, registeredOn: contract.registeredOn }}
        />
      }
      view={view}
    />
  )
}
