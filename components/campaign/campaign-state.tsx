import { useTranslations } from 'next-intl'
import { StatusPill } from '@/components/ui/badge'

/** Whether a self-audit still runs. */
export function CampaignState({ closed }: { closed: boolean }) {
  const t = useTranslations('campaigns')
  return <StatusPill tone={closed ? 'good' : 'active'}>{t(closed ? 'isClosed' : 'isRunning')}</StatusPill>
}
