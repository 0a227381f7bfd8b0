import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { DateText } from '@/components/format/text'
import { PageHeader } from '@/components/ui/page-header'
import type { StandingReason } from '@/lib/domain/approval/order'
import { routes } from '@/lib/routes'
import { CampaignState } from './campaign-state'
import { DeadlineText } from './deadline-text'

interface Head {
  number: string
  year: number
  dueOn: string
  openedAt: Date
  closedAt: Date | null
}

/** Which self-audit this is, by when it is to be answered, who opened it. */
export function CampaignHead({
  campaign,
  openedBy,
  deadline,
  live,
  actions,
}: {
  campaign: Head
  openedBy: string
  deadline: StandingReason
  live: ReactNode
  actions: ReactNode
}) {
  const t = useTranslations('campaigns')
  const { number, year, dueOn, openedAt, closedAt } = campaign
  return (
    <PageHeader
      actions={actions}
      breadcrumb={[{ label: t('title'), href: routes.audit.campaigns() }]}
      status={
        <>
          <CampaignState closed={closedAt !== null} />
          {live}
        </>
      }
      title={<span lang="zh-CN">{number}</span>}
    >
      <p className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <span>{t('ofYear', { year: String(year) })}</span>
        <span>
          {t('due')} <DateText value={dueOn} />
        </span>
        {closedAt === null && <DeadlineText deadline={deadline} />}
      </p>
      <p className="text-sm text-faint">
        {t('openedBy', { by: openedBy })} <DateText form="moment" value={openedAt} />
        {closedAt && (
          <>
            {' · '}
            {t('closedAt')} <DateText form="moment" value={closedAt} />
          </>
        )}
      </p>
    </PageHeader>
  )
}
