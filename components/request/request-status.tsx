import { useLocale } from 'next-intl'
import { StatusPill, type Tone } from '@/components/ui/badge'
import { type RequestStatus, requestStatuses } from '@/lib/domain/request/kinds'
import { say } from '@/lib/domain/words'

const tones: Record<RequestStatus, Tone> = {
  asked: 'waiting',
  endorsed: 'active',
  granted: 'good',
  declined: 'bad',
  withdrawn: 'quiet',
}

/** The state of a request in one word. */
export function RequestStatusPill({ status }: { status: RequestStatus }) {
  return <StatusPill tone={tones[status]}>{say(requestStatuses[status], useLocale())}</StatusPill>
}
