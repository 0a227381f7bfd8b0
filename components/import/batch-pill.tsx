import { useLocale } from 'next-intl'
import { StatusPill, type Tone } from '@/components/ui/badge'
import { type BatchStatus, batchStatuses } from '@/lib/domain/import/batch'
import { say } from '@/lib/domain/words'

const tones: Record<BatchStatus, Tone> = {
  mapping: 'waiting',
  judging: 'active',
  judged: 'waiting',
  writing: 'active',
  asking: 'active',
  done: 'good',
  undoing: 'active',
  undone: 'quiet',
  cancelled: 'quiet',
  failed: 'bad',
}

/** How far an import has come, in one word. */
export function BatchPill({ status }: { status: BatchStatus }) {
  return <StatusPill tone={tones[status]}>{say(batchStatuses[status], useLocale())}</StatusPill>
}
