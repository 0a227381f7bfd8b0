import { useLocale } from 'next-intl'
import { Badge, StatusPill } from '@/components/ui/badge'
import type { StandingReason } from '@/lib/domain/approval/order'
import { say } from '@/lib/domain/words'

/** The working-day clock of a row. */
export function DeadlineTag({ reasons }: { reasons: readonly StandingReason[] }) {
  const locale = useLocale()
  const deadline = reasons.find(({ kind }) => kind === 'deadline')
  if (!deadline) return null
  return <StatusPill tone={deadline.tone}>{say(deadline.words, locale)}</StatusPill>
}

/** Why a contract stands where it stands, beside its deadline. */
export function ReasonTags({ reasons }: { reasons: readonly StandingReason[] }) {
  const locale = useLocale()
  const others = reasons.filter(({ kind }) => kind !== 'deadline')
  if (others.length === 0) return null
  return (
    <ul className="flex flex-wrap gap-1.5">
      {others.map(({ kind, tone, words }) => (
        <li className="flex" key={kind}>
          <Badge tone={tone}>{say(words, locale)}</Badge>
        </li>
      ))}
    </ul>
  )
}
