import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { CertificatePanel } from '@/components/certificate/certificate-panel'
import { Money } from '@/components/format/money'
import { DateText } from '@/components/format/text'
import { Badge } from '@/components/ui/badge'
import { TextLink } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { PageHeader } from '@/components/ui/page-header'
import { Panel } from '@/components/ui/panel'
import { actWords, type HistoryEntry } from '@/lib/domain/contract/history'
import type { ContractView } from '@/lib/domain/contract/view'
import { say } from '@/lib/domain/words'
import { routes, withQuery } from '@/lib/routes'
import { AttachmentPanel } from './attachment-panel'
import { ContentDiff } from './content-diff'
import { ContractSheet } from './contract-sheet'
import { ContractStatus } from './contract-status'
import { EventTimeline } from './event-timeline'
import { RequestsPanel } from './requests-panel'
import { StandingNotice } from './standing-notice'

/** One contract: what it says, what happened to it, what belongs to it. `version` is the event looked back at. */
export function ContractPage({
  view,
  version,
  mayPrint,
  actions,
}: {
  view: ContractView
  version: HistoryEntry | null
  /** May print certificates. */
  mayPrint: boolean
  actions: ReactNode
}) {
  const t = useTranslations('contracts')
  const content = version?.content ?? view.content
  return (
    <>
      <PageHeader
        actions={actions}
        breadcrumb={[{ label: t('title'), href: routes.contracts() }]}
        status={<Standing view={view} />}
        title={view.content.name ?? t('unnamed')}
      >
        <Facts view={view} />
      </PageHeader>
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_minmax(18rem,22rem)]">
        <div className="grid min-w-0 gap-4">
          {version ? <LookingBack version={version} view={view} /> : <StandingNotice view={view} />}
          <ContractSheet content={content} />
        </div>
        <div className="grid gap-4">
          <Amounts view={view} />
          {mayPrint && <CertificatePanel view={view} />}
          <Files view={view} />
          <RequestsPanel requests={view.requests} />
          <Panel id="history" title={t('history')}>
            <EventTimeline
              history={view.history}
              versionHref={(seq) => withQuery(routes.contract(view.id), { version: seq })}
            />
          </Panel>
        </div>
      </div>
    </>
  )
}

function Standing({ view: { status, disputed, large } }: { view: ContractView }) {
  const t = useTranslations('contracts')
  return (
    <span className="flex flex-wrap items-center gap-2">
      <ContractStatus status={status} />
      {large && <Badge tone="active">{t('large')}</Badge>}
      {disputed && <Badge tone="waiting">{t('disputed')}</Badge>}
    </span>
  )
}

function Facts({ view }: { view: ContractView }) {
  const t = useTranslations('contracts')
  const locale = useLocale()
  const { number, localNumber, unitName, registeredOn, dueOn, daysLeft, editedBy, updatedAt, status } = view
  return (
    <p className="flex flex-wrap items-baseline gap-x-5 gap-y-1">
      {number && (
        <span>
          {t('number')} <span className="font-mono text-ink">{number}</span>
        </span>
      )}
      <span>
        {t('localNumber')} <span className="font-mono">{localNumber}</span>
      </span>
      <span>{say(unitName, locale)}</span>
      {registeredOn && (
        <span>
          {t('registeredOn')} <DateText value={registeredOn} />
        </span>
      )}
      {dueOn && daysLeft !== null && (
        <span className={daysLeft < 0 ? 'font-medium text-cinnabar' : undefined}>
          {t('dueOn')} <DateText value={dueOn} />
          {t('daysLeft', { days: daysLeft, late: daysLeft < 0 ? 'yes' : 'no', over: -daysLeft })}
        </span>
      )}
      {(status === 'draft' || status === 'returned') && (
        <span>
          {t('lastEdited', { name: editedBy })} <DateText form="moment" value={updatedAt} />
        </span>
      )}
    </p>
  )
}

function Amounts({ view: { content } }: { view: ContractView }) {
  const t = useTranslations('contracts')
  if (content.turnover === undefined) return null
  return (
    <Panel>
      <dl className="grid grid-cols-2 gap-4">
        {(['turnover', 'technology'] as const).map((name) => (
          <div key={name}>
            <dt className="text-sm text-faint">{t(name)}</dt>
            <dd className="text-lg font-semibold">
              <Money fen={content[name]} showUnit unit="wan" />
            </dd>
          </div>
        ))}
      </dl>
    </Panel>
  )
}

function Files({ view: { id, files } }: { view: ContractView }) {
  const t = useTranslations('contracts')
  return (
    <Panel id="files" title={t('files')}>
      {files.length === 0 ? (
        <p className="text-soft">{t('noFiles')}</p>
      ) : (
        <AttachmentPanel contract={id} files={files} papers={[]} />
      )}
    </Panel>
  )
}

function LookingBack({ view, version }: { view: ContractView; version: HistoryEntry }) {
  const t = useTranslations('contracts')
  const locale = useLocale()
  const before = view.history.find(({ seq }) => seq === version.seq - 1)
  return (
    <>
      <Notice
        actions={<TextLink href={routes.contract(view.id)}>{t('toNow')}</TextLink>}
        title={t('lookingBack', { act: say(actWords(version), locale) })}
      >
        {version.by} · <DateText form="moment" value={version.at} />
      </Notice>
      {before && (
        <Panel flush title={t('sinceBefore', { act: say(actWords(before), locale) })}>
          <ContentDiff after={version.content} before={before.content} />
        </Panel>
      )}
    </>
  )
}
