import { useLocale, useTranslations } from 'next-intl'
import { Money } from '@/components/format/money'
import { LinkButton, TextLink } from '@/components/ui/button'
import { ExportLinks } from '@/components/ui/export-links'
import { FileLink } from '@/components/ui/file-link'
import { Notice } from '@/components/ui/notice'
import { PageHeader } from '@/components/ui/page-header'
import { Pagination } from '@/components/ui/pagination'
import { Panel, Toolbar } from '@/components/ui/panel'
import { EmptyState } from '@/components/ui/states'
import { Tabs } from '@/components/ui/tabs'
import type { ColumnKey } from '@/lib/domain/contract/columns'
import type { ContractPage, Sums } from '@/lib/domain/contract/list-page'
import { type ListQuery, tabs, writeListQuery } from '@/lib/domain/contract/list-query'
import { say } from '@/lib/domain/words'
import { routes } from '@/lib/routes'
import { ColumnChoice } from './column-choice'
import { FilterChips } from './contract-filters'
import { ContractTable } from './contract-table'
import { FilterForm } from './filter-form'
import { SearchBox } from './search-box'

/** The register as a list: tabs, search, filters, rows, sums. */
export function ContractList({
  page,
  query,
  shown,
  acrossUnits,
  mayCreate,
  mayExport,
  mayImport,
  mayPrint,
}: {
  page: ContractPage
  query: ListQuery
  shown: readonly ColumnKey[]
  /** The reader sees more than one unit. */
  acrossUnits: boolean
  mayCreate: boolean
  mayExport: boolean
  mayImport: boolean
  /** May print certificates. */
  mayPrint: boolean
}) {
  const t = useTranslations('contracts')
  const certificates = useTranslations('certificates.many')
  const locale = useLocale()
  const here = { ...query, cursor: null, exact: false }
  const chosen = writeListQuery(here)
  const link = (change: Partial<ListQuery>) => routes.contracts(writeListQuery({ ...here, ...change }))
  return (
    <>
      <PageHeader
        actions={
          <>
            {mayPrint && (
              <LinkButton href={routes.certificates(writeListQuery({ ...here, columns: null, from: null }))}>
                {certificates('link')}
              </LinkButton>
            )}
            {mayImport && <LinkButton href={routes.imports()}>{t('import')}</LinkButton>}
            {mayCreate && (
              <LinkButton href={routes.newContract()} icon="plus" kind="primary">
                {t('new')}
              </LinkButton>
            )}
          </>
        }
        breadcrumb={query.from ? [{ label: t(`backTo.${placeOf(query.from)}`), href: query.from }] : []}
        title={t('title')}
      />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
        {page.tabs.length > 1 && (
          <Tabs
            current={query.tab}
            label={t('byStatus')}
            tabs={page.tabs.map(({ tab, sums }) => ({
              key: tab,
              label: say(tabs[tab].words, locale),
              href: link({ tab }),
              count: sums.contracts,
              more: !sums.exact,
            }))}
          />
        )}
        <Toolbar label={t('tools')}>
          <SearchBox chosen={chosen} />
          <FilterForm
            acrossUnits={acrossUnits}
            chosen={chosen}
            count={query.filters.length}
            key={JSON.stringify(chosen)}
            years={page.years}
          />
          <ColumnChoice chosen={chosen} key={shown.join()} shown={shown} />
          {mayExport && <ContractFiles chosen={chosen} shown={shown} />}
        </Toolbar>
        <FilterChips filters={query.filters} href={link} units={page.units} words={query.words} />
        {query.ignored.length > 0 && (
          <Notice kind="warning">
            {t('ignored', { names: query.ignored.slice(0, 5).join(t('listComma')) })}
          </Notice>
        )}
        <Panel flush>
          <SumLine exactHref={link({ exact: true })} sums={page.sums} />
          <ContractTable
            empty={<Nothing mayCreate={mayCreate} query={query} />}
            query={query}
            rows={page.rows}
            shown={shown}
            units={page.units}
          />
          {(page.previous || page.next) && (
            <Pagination
              nextHref={page.next ? link({ cursor: page.next }) : undefined}
              previousHref={page.previous ? link({ cursor: page.previous }) : undefined}
              shown={page.rows.length}
              total={page.sums.exact ? page.sums.contracts : undefined}
            />
          )}
        </Panel>
      </div>
    </>
  )
}

/** What the way back leads to: the table or dashboard whose number was followed. */
function placeOf(address: string): 'cross' | 'dashboard' | 'before' {
  if (address.startsWith(routes.cross())) return 'cross'
  return [routes.dashboard(), routes.wall()].some((place) => address.startsWith(place))
    ? 'dashboard'
    : 'before'
}

/** What all pages of the list add up to; counting everything of a broad search is done when asked for. */
function SumLine({ sums, exactHref }: { sums: Sums; exactHref: string }) {
  const t = useTranslations('contracts')
  return (
    <p className="flex flex-wrap items-baseline gap-x-5 gap-y-1 border-b border-line px-5 py-2.5 text-soft">
      {sums.exact ? (
        <>
          <span>{t('contracts', { count: sums.contracts })}</span>
          <span>
            {t('turnover')}{' '}
            <b className="font-semibold text-ink">{<Money fen={sums.turnover} showUnit unit="wan" />}</b>
          </span>
          <span>
            {t('technology')}{' '}
            <b className="font-semibold text-ink">{<Money fen={sums.technology} showUnit unit="wan" />}</b>
          </span>
        </>
      ) : (
        <>
          <span>{t('moreThan', { count: sums.contracts })}</span>
          <TextLink href={exactHref} scroll={false}>
            {t('sumExactly')}
          </TextLink>
        </>
      )}
    </p>
  )
}

function ContractFiles({
  chosen,
  shown,
}: {
  chosen: Record<string, string | string[]>
  shown: readonly ColumnKey[]
}) {
  const t = useTranslations('contracts.export')
  return (
    <span className="flex flex-wrap gap-2 sm:ml-auto">
      <FileLink href={routes.list('contracts', { ...chosen, fields: 'all', format: 'xlsx' })}>
        {t('whole')}
      </FileLink>
      <ExportLinks filters={{ ...chosen, columns: shown.join(',') }} list="contracts" />
    </span>
  )
}

function Nothing({ query, mayCreate }: { query: ListQuery; mayCreate: boolean }) {
  const t = useTranslations('contracts')
  if (query.filters.length > 0 || query.words.length > 0) {
    return (
      <EmptyState
        action={<LinkButton href={routes.contracts()}>{t('clearAll')}</LinkButton>}
        icon="search"
        title={t('noMatch')}
      >
        {t('noMatchHelp')}
      </EmptyState>
    )
  }
  return (
    <EmptyState
      action={
        mayCreate && (
          <LinkButton href={routes.newContract()} kind="primary">
            {t('new')}
          </LinkButton>
        )
      }
      title={t('empty')}
    >
      {mayCreate ? t('emptyHelp') : t('emptyHelpCentre')}
    </EmptyState>
  )
}
