import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { DateText } from '@/components/format/text'
import { StatusPill, type Tone } from '@/components/ui/badge'
import { ExportLinks } from '@/components/ui/export-links'
import { PageHeader } from '@/components/ui/page-header'
import { Pagination } from '@/components/ui/pagination'
import { Panel } from '@/components/ui/panel'
import { EmptyRow, RowHead, Table, Td, Th, Tr } from '@/components/ui/table'
import { Tabs } from '@/components/ui/tabs'
import { type OutboxStatus, outboxStatuses, outboxStatusNames } from '@/lib/domain/mail/outbox'
import { say } from '@/lib/domain/words'
import { routes } from '@/lib/routes'
import { requireActor } from '@/lib/services/actor'
import { mailsPerPage, readMailRoom } from '@/lib/services/mail/administer'
import { Resend, TryMail } from './forms'

const querySchema = z.object({
  status: z
    .enum(outboxStatusNames as [OutboxStatus, ...OutboxStatus[]])
    .optional()
    .catch(undefined),
  page: z.coerce.number().int().min(1).max(10_000).default(1).catch(1),
})

const tones: Record<OutboxStatus, Tone> = {
  queued: 'waiting',
  sending: 'active',
  sent: 'good',
  failed: 'bad',
  unclear: 'bad',
  withdrawn: 'quiet',
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('mail'))('roomTitle') }
}

/** The mail's server, a trial of it, and what became of each mail. */
export default async function MailPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}) {
  const actor = await requireActor('account.read')
  const { status, page } = querySchema.parse(await searchParams)
  const [t, locale, { server, counts, mails }] = await Promise.all([
    getTranslations('mail'),
    getLocale(),
    readMailRoom(actor, { status, page }),
  ])
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0)
  const total = status ? (counts[status] ?? 0) : all
  const first = (page - 1) * mailsPerPage
  return (
    <>
      <PageHeader
        breadcrumb={[{ label: t('accounts'), href: routes.admin.accounts() }]}
        title={t('roomTitle')}
      >
        {t('roomIntro')}
      </PageHeader>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-6">
        <Panel title={t('server')}>
          {server ? (
            <div className="grid max-w-2xl gap-5">
              <p>
                {t('serverIs', {
                  host: `${server.host}:${server.port}`,
                  from: server.from,
                  login: server.login ?? t('noLogin'),
                })}
              </p>
              <TryMail />
            </div>
          ) : (
            <p className="text-soft">{t('noServer')}</p>
          )}
        </Panel>
        <Panel
          actions={mails.length > 0 && <ExportLinks filters={{ status }} list="mails" />}
          flush
          title={t('outbox')}
        >
          <div className="px-5 pt-3">
            <Tabs
              current={status ?? 'all'}
              label={t('outbox')}
              tabs={[
                { key: 'all', label: t('all'), href: routes.admin.mail(), count: all },
                ...outboxStatusNames.map((one) => ({
                  key: one,
                  label: say(outboxStatuses[one], locale),
                  href: routes.admin.mail({ status: one }),
                  count: counts[one] ?? 0,
                })),
              ]}
            />
          </div>
          <Table caption={t('outbox')}>
            <thead>
              <tr>
                <Th>{t('to')}</Th>
                <Th>{t('queuedAt')}</Th>
                <Th>{t('kind')}</Th>
                <Th>{t('state')}</Th>
                <Th>{t('answer')}</Th>
              </tr>
            </thead>
            <tbody>
              {mails.map((mail) => (
                <Tr key={mail.id}>
                  <RowHead>
                    {mail.name}（{mail.username}）
                    <span className="block text-sm font-normal break-all text-faint">{mail.address}</span>
                  </RowHead>
                  <Td label={t('queuedAt')}>
                    <DateText form="moment" value={mail.queuedAt} />
                  </Td>
                  <Td label={t('kind')}>{t(`kinds.${mail.kind as 'once'}`)}</Td>
                  <Td label={t('state')}>
                    <div className="grid justify-items-start gap-1">
                      <StatusPill tone={tones[mail.status]}>
                        {say(outboxStatuses[mail.status], locale)}
                      </StatusPill>
                      {mail.attempts > 1 && (
                        <span className="text-sm text-faint">{t('attempts', { count: mail.attempts })}</span>
                      )}
                    </div>
                  </Td>
                  <Td className="max-w-md text-sm break-words" label={t('answer')}>
                    {mail.answer ?? '—'}
                    {(mail.status === 'failed' || mail.status === 'unclear') && <Resend id={mail.id} />}
                  </Td>
                </Tr>
              ))}
              {mails.length === 0 && <EmptyRow columns={5}>{t('noMails')}</EmptyRow>}
            </tbody>
          </Table>
          {mails.length > 0 && (
            <Pagination
              from={first + 1}
              nextHref={
                first + mails.length < total ? routes.admin.mail({ status, page: page + 1 }) : undefined
              }
              previousHref={page > 1 ? routes.admin.mail({ status, page: page - 1 }) : undefined}
              to={first + mails.length}
              total={total}
            />
          )}
        </Panel>
      </div>
    </>
  )
}
