import { useTranslations } from 'next-intl'
import { Badge, type Tone } from '@/components/ui/badge'
import type { Severity } from '@/lib/domain/contract/check'

const tones: Record<Severity, Tone> = { error: 'bad', warning: 'waiting', hint: 'quiet' }

/** How much a finding weighs. */
export function SeverityBadge({ severity }: { severity: Severity }) {
  const t = useTranslations('auditRules')
  return <Badge tone={tones[severity]}>{t(`severities.${severity}`)}</Badge>
}
