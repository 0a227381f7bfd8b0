import { useLocale } from 'next-intl'
import { Badge, type Tone } from '@/components/ui/badge'
import { type Severity, severities } from '@/lib/domain/contract/check'
import { say } from '@/lib/domain/words'

const tones: Record<Severity, Tone> = { error: 'bad', warning: 'waiting', hint: 'quiet' }

/** How much a finding weighs. */
export function SeverityBadge({ severity }: { severity: Severity }) {
  return <Badge tone={tones[severity]}>{say(severities[severity], useLocale())}</Badge>
}
