import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { LinkButton } from '@/components/ui/button'
import { ExportLinks } from '@/components/ui/export-links'
import { Notice } from '@/components/ui/notice'
import { PageHeader } from '@/components/ui/page-header'
import { Pagination } from '@/components/ui/pagination'
import { Panel } from '@/components/ui/panel'
import { EmptyState } from '@/components/ui/states'
import { RecordFilters } from '@/components/work-record/record-filters'
import { RecordTable } from '@/components/work-record/record-table'
import { may } from '@/lib/domain/access/permissions'
import { paramsOf } from '@/lib/domain/contract/list-query'
import { grouped } from '@/lib/domain/money'
import { currentYear } from '@/lib/domain/statistics/query'
import { say } from '@/lib/domain/words'
import { kindOf } from '@/lib/domain/work-records/kinds'
import { readRecordQuery, writeRecordQuery } from '@/lib/domain/work-records/list-query'
import { workMeasures } from '@/lib/domain/work-records/roll-up'
import { routes } from '@/lib/routes'
import { currentPageSize, requireActor } from '@/lib/services/actor'
import { mayEnter, readRecords, recordsPerPage } from '@/lib/services/work-records/list'
import { openLists } from '@/lib/services/work-records/open-lists'
import { orNotFound } from '../../statistics/view'
import { confirm, submit } from '../actions'
import { kindNamed } from './kind'

type Props = {
  params: Promise<{ kind: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: say(kindOf(kindNamed((await params).kind)).words, await getLocale()) }
}

/** The records of a register within reach; those that wait for the reader can be acted on together. */
export default async function RecordsPage({ params, searchParams }: Props) {
  const actor = await requireActor('work.read')
  const kind = kindNamed((await params).kind)
  const query = readRecordQuery(kind, paramsOf(await searchParams))
  const size = await currentPageSize(recordsPerPage)
  const [{ lines, total, counted }, t, locale, lists] = await Promise.all([
    orNotFound(readRecords(actor, kind, query, size)),
    getTranslations('workRecords'),
    getLocale(),
    openLists(actor, kind),
  ])
  const spec = kindOf(kind)
  const enters = mayEnter(actor, kind)
  const act = may(actor.role, 'work.confirm') ? 'confirm' : may(actor.role, 'work.write') ? 'submit' : null
  const year = currentYear(new Date())
  const first = (query.page - 1) * size
  const at = (page: number) => routes.work.records(kind, writeRecordQuery({ ...query, page }))
  const narrowed = total === 0 && Object.keys(writeRecordQuery(query)).length > 0
  return (
    <>
      <PageHeader
        actions={
          <>
            {kind === 'measures' && may(actor.role, 'institution.write') && (
              <LinkButton href={routes.admin.institutions()} kind="quiet">
                {t('institutions')}
              </LinkButton>
            )}
            <ExportLinks
              filters={{ register: kind, ...writeRecordQuery({ ...query, page: 1 }) }}
              list="work"
            />
            {enters && (
              <>
                <LinkButton href={routes.work.import(kind)} icon="arrowUp">
                  {t('import')}
                </LinkButton>
                <LinkButton href={routes.work.newRecord(kind)} icon="plus" kind="primary">
                  {t('new')}
                </LinkButton>
              </>
            )}
          </>
        }
        breadcrumb={[{ label: t('title'), href: routes.work.registers() }]}
        title={say(spec.words, locale)}
      >
        {say(spec.intro, locale)}
      </PageHeader>
      {counted && query.counted ? (
        <Notice
          actions={<LinkButton href={routes.work.records(kind)}>{t('showAll')}</LinkButton>}
          className="mb-4"
          title={t('countedTitle', { year: String(query.counted.year) })}
        >
          {t(counted.isFloor ? 'countedFloor' : 'counted', {
            measure: say(workMeasures[query.counted.measure].words, locale),
            n: grouped(String(counted.n)),
          })}
        </Notice>
      ) : (
        <RecordFilters
          kind={kind}
          lists={lists}
          query={query}
          withStatus={actor.role !== 'leader'}
          withUnits={actor.unit === null}
          years={Array.from({ length: 8 }, (_, back) => year - back)}
        />
      )}
      <Panel flush>
        {lines.length === 0 ? (
          <EmptyState icon="list" title={t(narrowed ? 'noneMatch' : 'none')} />
        ) : (
          <>
            <RecordTable
              act={act && { name: act, run: act === 'confirm' ? confirm : submit }}
              kind={kind}
              lists={lists}
              records={lines.map((line) => ({
                id: line.id,
                unit: line.unit,
                status: line.status,
                content: line.content,
                editedBy: line.editedBy,
                editedAt: line.editedAt,
                chooses: line.waits,
              }))}
              withUnits={actor.unit === null}
            />
            <Pagination
              from={first + 1}
              nextHref={first + lines.length < total ? at(query.page + 1) : undefined}
              previousHref={query.page > 1 ? at(query.page - 1) : undefined}
              to={first + lines.length}
              total={total}
            />
          </>
        )}
      </Panel>
    </>
  )
}
