import { useLocale } from 'next-intl'
import { StatusPill } from '@/components/ui/badge'
import type { StandingReason } from '@/lib/domain/approval/order'
import { say } from '@/lib/domain/words'

/** Where the deadline stands. */
export function DeadlineText({ deadline }: { deadline: StandingReason }) {
  const locale = useLocale()
  return <StatusPill tone={deadline.tone}>{say(deadline.words, locale)}</StatusPill>
}
