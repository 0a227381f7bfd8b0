import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { GroupFilter } from '@/components/inbox/group-filter'
import { MarkAll, NoticeList } from '@/components/inbox/notice-list'
import { WaitingList } from '@/components/inbox/waiting-list'
import { LinkButton } from '@/components/ui/button'
import { PageHeader } from '@/components/ui/page-header'
import { Pagination } from '@/components/ui/pagination'
import { Panel } from '@/components/ui/panel'
import { EmptyState } from '@/components/ui/states'
import { Tabs } from '@/components/ui/tabs'
import { inboxQuerySchema, inboxTabs, noticesPerPage } from '@/lib/domain/notice/notice'
import { routes } from '@/lib/routes'
import { requireActor } from '@/lib/services/actor'
import { readInbox } from '@/lib/services/notices/inbox'
import { mark } from './actions'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('inbox'))('title') }
}

/** What waits for the person, counted where it lies, and what they were told. It renews itself with the count in the bar. */
export default async function InboxPage({ searchParams }: Props) {
  const actor = await requireActor()
  const query = inboxQuerySchema.parse(await searchParams)
  const readAt = new Date()
  const { tab, group, page } = query
  const [{ waiting, notices, counts, today, nearUntil }, t] = await Promise.all([
    readInbox(actor, query),
    getTranslations('inbox'),
  ])
  const total = counts[tab]
  const first = (page - 1) * noticesPerPage
  const at = (to: number) => routes.inbox({ tab, group, page: to === 1 ? null : to })
  return (
    <>
      <PageHeader
        actions={<LinkButton href={routes.inboxSettings()}>{t('settings')}</LinkButton>}
        title={t('title')}
      >
        {t('intro')}
      </PageHeader>
      <div className="grid gap-6">
        <Panel flush title={t('waiting')}>
          {waiting.length > 0 ? (
            <WaitingList lines={waiting} nearUntil={nearUntil} today={today} />
          ) : (
            <p className="px-5 py-4 text-soft">{t('nothingWaits')}</p>
          )}
        </Panel>
        <Panel
          actions={counts.unread > 0 && <MarkAll mark={mark} readAt={readAt} />}
          flush
          title={t('notices')}
        >
          <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-3 px-5 pt-3">
            <Tabs
              current={tab}
              label={t('tabs')}
              tabs={inboxTabs.map((one) => ({
                key: one,
                label: t(`tab.${one}`),
                href: routes.inbox({ tab: one, group }),
                count: counts[one],
              }))}
            />
            <GroupFilter query={query} />
          </div>
          {notices.length > 0 ? (
            <>
              <NoticeList mark={mark} notices={notices} />
              <Pagination
                from={first + 1}
                nextHref={first + notices.length < total ? at(page + 1) : undefined}
                previousHref={page > 1 ? at(page - 1) : undefined}
                to={first + notices.length}
                total={total}
              />
            </>
          ) : (
            <EmptyState icon="bell" title={t(tab === 'unread' ? 'noneUnread' : 'none')}>
              {t('noneHelp')}
            </EmptyState>
          )}
        </Panel>
      </div>
    </>
  )
}
