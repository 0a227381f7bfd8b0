import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { DateText } from '@/components/format/text'
import { ReconcileActs } from '@/components/reconcile/acts'
import { FindingList } from '@/components/reconcile/finding-list'
import { MatchForm } from '@/components/reconcile/match-form'
import { ReconciliationState } from '@/components/reconcile/reconciliation-table'
import { SumsPanel } from '@/components/reconcile/sums-panel'
import { LinkButton } from '@/components/ui/button'
import { ExportLinks } from '@/components/ui/export-links'
import { Notice } from '@/components/ui/notice'
import { PageHeader } from '@/components/ui/page-header'
import { Pagination } from '@/components/ui/pagination'
import { Panel } from '@/components/ui/panel'
import { EmptyState } from '@/components/ui/states'
import { Tabs } from '@/components/ui/tabs'
import { may } from '@/lib/domain/access/permissions'
import { codeWords } from '@/lib/domain/contract/code-lists'
import { openOutcomes, outcomes } from '@/lib/domain/reconcile/compare'
import { findingListSchema } from '@/lib/domain/reconcile/list-query'
import { periodWords } from '@/lib/domain/reconcile/period'
import { say } from '@/lib/domain/words'
import { routes } from '@/lib/routes'
import { requireActor } from '@/lib/services/actor'
import { findingsPerPage, readReconciliation } from '@/lib/services/reconcile/read'
import { again, bringMissing, decideFindings, match, readSheet } from '../actions'

type Props = {
  params: Promise<{ id: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('reconcile'))('title') }
}

/** One file held against the register: sums of both sides, and every difference with what was decided of it. */
export default async function ReconciliationPage({ params, searchParams }: Props) {
  const actor = await requireActor('reconcile.read')
  const [{ id }, search] = await Promise.all([params, searchParams])
  const query = findingListSchema.parse(search)
  const view = await readReconciliation(actor, id, query)
  if (!view) notFound()
  const [t, locale] = await Promise.all([getTranslations('reconcile'), getLocale()])
  const { counts, show, total } = view
  const scope = view.unit === null ? t('centre') : say(codeWords('unit', view.unit), locale)
  const matching = view.mine && (view.status === 'mapping' || search.match !== undefined)
  const first = (query.page - 1) * findingsPerPage
  const at = (page: number) =>
    routes.reconciliation(id, { show, open: query.open, page: page > 1 ? page : null })
  return (
    <>
      <PageHeader
        actions={
          view.status === 'compared' && (
            <>
              {view.mine && !matching && (
                <LinkButton href={routes.reconciliation(id, { match: 1 })}>{t('match')}</LinkButton>
              )}
              <ExportLinks filters={{ id }} list="differences" />
            </>
          )
        }
        breadcrumb={[
          { label: t('statements'), href: routes.statements() },
          { label: t('title'), href: routes.reconciliations() },
        ]}
        status={<ReconciliationState of={view} />}
        title={`${say(periodWords(view.period), locale)} ${scope}`}
      >
        {view.fileName} · {view.uploader} <DateText form="moment" value={view.uploadedAt} />
        {view.comparedAt && (
          <>
            {' '}
            · {t('comparedAt')} <DateText form="moment" value={view.comparedAt} />
          </>
        )}
      </PageHeader>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-5">
        {view.superseded && <Notice>{t('supersededHelp')}</Notice>}
        {!view.mine && <Notice>{t('readOnly')}</Notice>}
        {matching && (
          <MatchForm
            act={match}
            chooseSheet={readSheet}
            columns={view.columns}
            id={id}
            key={view.mapping.sheet}
            mapping={view.mapping}
            sheets={view.sheets.map((at) => ({
              at,
              ...(view.file.sheets[at] ?? { name: '', hidden: false }),
            }))}
          />
        )}
        {view.ours && view.theirs && !matching && (
          <>
            <SumsPanel ours={view.ours} theirs={view.theirs} />
            {view.mine && (
              <ReconcileActs
                again={again}
                id={id}
                importMissing={bringMissing}
                missing={counts.there.count > counts.there.undecided && may(actor.role, 'contract.import')}
              />
            )}
            <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
              <Tabs
                current={show}
                label={t('lists')}
                tabs={[...openOutcomes, 'same' as const].map((outcome) => ({
                  key: outcome,
                  label: say(outcomes[outcome], locale),
                  href: routes.reconciliation(id, { show: outcome, open: query.open }),
                  count: counts[outcome].count,
                }))}
              />
              <LinkButton
                href={routes.reconciliation(id, { show, open: query.open ? null : '1' })}
                kind="quiet"
              >
                {t(query.open ? 'showAll' : 'onlyOpen')}
              </LinkButton>
            </div>
            <Panel flush>
              {view.findings.length === 0 ? (
                <EmptyState icon="check" title={t(query.open ? 'emptyOpen' : 'empty')} />
              ) : (
                <>
                  <FindingList
                    findings={view.findings}
                    id={id}
                    key={`${show} ${query.page}`}
                    mayAsk={may(actor.role, 'request.ask')}
                    {...(view.mine && show !== 'same' && { act: decideFindings })}
                  />
                  <Pagination
                    from={first + 1}
                    nextHref={first + view.findings.length < total ? at(query.page + 1) : undefined}
                    previousHref={query.page > 1 ? at(query.page - 1) : undefined}
                    to={first + view.findings.length}
                    total={total}
                  />
                </>
              )}
            </Panel>
          </>
        )}
      </div>
    </>
  )
}
