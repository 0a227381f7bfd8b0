import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { AskPanel } from '@/components/import/ask-panel'
import { BatchActs } from '@/components/import/batch-acts'
import { BatchNotices } from '@/components/import/batch-notices'
import { BatchPill } from '@/components/import/batch-pill'
import { MappingForm } from '@/components/import/mapping-form'
import { RowTable } from '@/components/import/row-table'
import { UndoDialog } from '@/components/import/undo-dialog'
import { Working } from '@/components/import/working'
import { ExportLinks } from '@/components/ui/export-links'
import { PageHeader } from '@/components/ui/page-header'
import { Panel } from '@/components/ui/panel'
import { Tabs } from '@/components/ui/tabs'
import { assumed } from '@/lib/domain/import/assumed'
import { isWorking, type Verdict, verdictNames, verdicts } from '@/lib/domain/import/batch'
import { units } from '@/lib/domain/units'
import { say } from '@/lib/domain/words'
import { routes } from '@/lib/routes'
import { requireActor } from '@/lib/services/actor'
import { readBatch } from '@/lib/services/import/read'
import { askBatch, cancelBatch, chooseSheet, judgeBatch, undoBatch, writeBatch } from '../actions'

interface Props {
  params: Promise<{ batch: string }>
  searchParams: Promise<{ rows?: string | string[]; after?: string | string[]; match?: string | string[] }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('imports'))('title') }
}

/** One file on its way in: how it was understood, what was found, what became of it. */
export default async function ImportPage({ params, searchParams }: Props) {
  const actor = await requireActor('contract.import')
  const [{ batch: id }, { rows, after, match }] = await Promise.all([params, searchParams])
  const asked = verdictNames.find((verdict) => verdict === rows)
  const view = await readBatch(actor, id, {
    ...(asked && { verdict: asked }),
    after: Math.max(0, Number.parseInt(String(after ?? '0'), 10) || 0) % 2_000_000,
  })
  if (!view) notFound()
  const [t, locale] = await Promise.all([getTranslations('imports'), getLocale()])
  const { status, counts } = view
  const matching = status === 'mapping' || (status === 'judged' && match !== undefined)
  const tabOf = (verdict: Verdict) => ({
    key: verdict,
    label: say(verdicts[verdict], locale),
    href: routes.importBatch(id, { rows: verdict }),
    count: counts[verdict],
  })
  const hasRows = verdictNames.some((verdict) => counts[verdict] > 0)
  return (
    <>
      <PageHeader
        actions={status === 'done' && <UndoDialog act={undoBatch} batch={view} />}
        breadcrumb={[
          { label: t('contracts'), href: routes.contracts() },
          { label: t('title'), href: routes.imports() },
        ]}
        status={<BatchPill status={status} />}
        title={view.fileName}
      />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-5">
        <BatchNotices batch={view} />
        {isWorking(status) && <Working batch={view} cancel={cancelBatch} />}
        {matching && (
          <MappingForm
            assumed={assumed.map(({ target, words }) => ({ target, words }))}
            batch={view}
            cancel={cancelBatch}
            chooseSheet={chooseSheet}
            judge={judgeBatch}
            key={view.mapping.sheet}
            units={view.kind === 'registered' ? units.map(({ code, words }) => ({ code, words })) : []}
          />
        )}
        {status === 'judged' && !matching && (
          <BatchActs batch={view} cancel={cancelBatch} write={writeBatch} />
        )}
        {(status === 'judged' || status === 'done') && !matching && view.differing.registered > 0 && (
          <AskPanel ask={askBatch} batch={view} />
        )}
        {hasRows && !matching && status !== 'judging' && (
          <Panel flush>
            <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-2 px-5 pt-2">
              <Tabs
                current={view.verdict}
                label={t('rowsByVerdict')}
                tabs={(['new', 'changed', 'same', 'bad'] as const).map(tabOf)}
              />
              {view.counts[view.verdict] > 0 && (
                <ExportLinks filters={{ batch: view.id, rows: view.verdict }} list="import-rows" />
              )}
            </div>
            <RowTable batch={view} />
          </Panel>
        )}
      </div>
    </>
  )
}
