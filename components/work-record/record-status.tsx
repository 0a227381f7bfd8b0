import { useLocale } from 'next-intl'
import { StatusPill, type Tone } from '@/components/ui/badge'
import { say } from '@/lib/domain/words'
import { type RecordStatus, recordStatuses } from '@/lib/domain/work-records/lifecycle'

const tones: Record<RecordStatus, Tone> = {
  draft: 'quiet',
  submitted: 'waiting',
  returned: 'bad',
  confirmed: 'good',
  withdrawn: 'quiet',
  discarded: 'quiet',
}

/** The state of a record in one word. */
export function RecordStatusPill({ status }: { status: RecordStatus }) {
  return <StatusPill tone={tones[status]}>{say(recordStatuses[status], useLocale())}</StatusPill>
}
