import { useTranslations } from 'next-intl'
import { Tabs } from '@/components/ui/tabs'
import { routes } from '@/lib/routes'

/** Self-audits, and the rules they run by for those who may read them. */
export function AuditTabs({ current }: { current: 'campaigns' | 'rules' }) {
  const t = useTranslations('campaigns')
  return (
    <div className="mb-4">
      <Tabs
        current={current}
        label={t('places')}
        tabs={[
          { key: 'campaigns', label: t('title'), href: routes.audit.campaigns() },
          { key: 'rules', label: t('rulesTab'), href: routes.audit.rules() },
        ]}
      />
    </div>
  )
}
