import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { ContentDiff } from '@/components/contract/content-diff'
import { ContractSheet } from '@/components/contract/contract-sheet'
import { DuplicateCompare } from '@/components/contract/duplicate-compare'
import { EventTimeline } from '@/components/contract/event-timeline'
import { DateText } from '@/components/format/text'
import { PageHeader } from '@/components/ui/page-header'
import { Panel } from '@/components/ui/panel'
import { checklistOf } from '@/lib/domain/approval/checklist'
import type { DecisionView } from '@/lib/domain/approval/decision'
import { typeWords } from '@/lib/domain/approval/desk'
import { units } from '@/lib/domain/units'
import { say } from '@/lib/domain/words'
import { ContractStatus } from '../contract/contract-status'
import { AskedPanel } from './asked-panel'
import { ChecklistPanel } from './checklist-panel'
import { DecisionProvider } from './decision-context'
import { FindingsPanel } from './findings-panel'
import { PartyPanel } from './party-panel'
import { PointButton } from './point-button'
import { PresenceBeat } from './presence-beat'
import { DeadlineTag, ReasonTags } from './reason-tags'
import { StandingNotices } from './standing-notices'

/** Everything before one decision: the contract and what speaks for and against it, its files beside it. */
export function DecisionPage({
  view,
  deskHref,
  files,
  acts,
}: {
  view: DecisionView
  deskHref: string
  /** The attachments, opened. */
  files: ReactNode
  /** The bar with the acts. */
  acts: ReactNode
}) {
  const t = useTranslations('approvals')
  const locale = useLocale()
  const { content, history } = view
  const list = checklistOf(content.subtype)
  const canPoint = view.possible.includes('return')
  return (
    <DecisionProvider key={view.id}>
      <PageHeader
        breadcrumb={[{ label: t('title'), href: deskHref }]}
        status={<ContractStatus status={view.status} />}
        title={content.name ?? view.localNumber}
      >
        <p className="flex flex-wrap items-center gap-x-4 gap-y-1">
          <span className="font-mono">{view.number ?? view.localNumber}</span>
          <span>
            {say(
              units.find(({ code }) => code === view.unit)?.words ?? { zh: view.unit, en: view.unit },
              locale,
            )}
          </span>
          <span>
            {t('enteredBy')} {view.enteredBy}
          </span>
          {view.acceptedOn && (
            <span>
              {t('acceptedOn')} <DateText value={view.acceptedOn} />
            </span>
          )}
          {view.dueOn && (
            <span>
              {t('dueOn')} <DateText value={view.dueOn} />
            </span>
          )}
        </p>
        <div className="mt-2 flex flex-wrap items-center gap-x-3 gap-y-2">
          <DeadlineTag reasons={view.reasons} />
          <ReasonTags reasons={view.reasons} />
          <PresenceBeat id={view.id} lookers={view.lookers} revision={view.revision} />
        </div>
      </PageHeader>
      <div className="grid items-start gap-6 xl:grid-cols-[minmax(0,1fr)_minmax(26rem,0.8fr)]">
        <div className="grid min-w-0 gap-4">
          <StandingNotices view={view} />
          {view.asked && <AskedPanel asked={view.asked} />}
          <FindingsPanel explanations={view.explanations} findings={view.findings} />
          {list && <ChecklistPanel list={list} type={typeWords(content.subtype ?? null)} />}
          {view.duplicates.length > 0 && (
            <section className="grid gap-2" id="duplicates">
              <h2 className="text-lg">{t('duplicates', { count: view.duplicates.length })}</h2>
              <DuplicateCompare duplicates={view.duplicates} own={content} />
            </section>
          )}
          <ContractSheet
            content={content}
            {...(canPoint && { actionOf: (name) => <PointButton path={name} /> })}
          />
          {view.parties.map((record) => (
            <PartyPanel key={record.side} record={record} />
          ))}
          <EarlierVersions view={view} />
          <Panel id="history" title={t('history')}>
            <EventTimeline history={history} />
          </Panel>
        </div>
        <div className="min-w-0 xl:sticky xl:top-[calc(var(--spacing-bar)+1rem)]">{files}</div>
      </div>
      {acts}
    </DecisionProvider>
  )
}

/** What was submitted before, against what stands now. */
function EarlierVersions({ view }: { view: DecisionView }) {
  const t = useTranslations('approvals')
  const submitted = view.history.filter(({ act }) => act === 'submit')
  const earlier = submitted.slice(0, -1).reverse()
  if (earlier.length === 0) return null
  return (
    <>
      {earlier.map((entry, index) => (
        <Panel
          flush
          id={`version-${entry.seq}`}
          key={entry.seq}
          note={
            <>
              {entry.by} · <DateText form="moment" value={entry.at} />
            </>
          }
          title={t('earlierVersion', { number: earlier.length - index })}
        >
          <ContentDiff after={view.content} before={entry.content} />
        </Panel>
      ))}
    </>
  )
}
