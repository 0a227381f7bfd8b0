import { useLocale } from 'next-intl'
import { StatusPill, type Tone } from '@/components/ui/badge'
import { type Status, statuses } from '@/lib/domain/contract/lifecycle'
import { say } from '@/lib/domain/words'

const tones: Record<Status, Tone> = {
  draft: 'quiet',
  submitted: 'waiting',
  endorsed: 'active',
  returned: 'waiting',
  registered: 'good',
  refused: 'bad',
  discarded: 'quiet',
  cancelled: 'quiet',
  revoked: 'bad',
}

/** The state of a contract in one word. */
export function ContractStatus({ status }: { status: Status }) {
  return <StatusPill tone={tones[status]}>{say(statuses[status], useLocale())}</StatusPill>
}
