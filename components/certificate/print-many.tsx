import { useTranslations } from 'next-intl'
import { FilterChips } from '@/components/contract/contract-filters'
import { Money } from '@/components/format/money'
import { FileLink } from '@/components/ui/file-link'
import { Notice } from '@/components/ui/notice'
import { PageHeader } from '@/components/ui/page-header'
import { Panel } from '@/components/ui/panel'
import { bounds } from '@/lib/domain/certificate/facts'
import type { ContractPage } from '@/lib/domain/contract/list-page'
import { type ListQuery, writeListQuery } from '@/lib/domain/contract/list-query'
import { routes } from '@/lib/routes'

/** Certificates of all contracts of a list, or one list of them; above a bound it says so instead. */
export function PrintMany({
  query,
  sums,
  units,
}: { query: ListQuery } & Pick<ContractPage, 'sums' | 'units'>) {
  const t = useTranslations('certificates.many')
  const written = writeListQuery({ ...query, from: null })
  const file = (kind: 'papers' | 'list', language: string) =>
    routes.certificatesFile({ ...written, kind, language })
  const kinds = [
    { kind: 'papers', most: bounds.papers, act: t('printPapers', { count: sums.contracts }) },
    { kind: 'list', most: bounds.rows, act: t('printList') },
  ] as const
  return (
    <>
      <PageHeader breadcrumb={[{ label: t('back'), href: routes.contracts(written) }]} title={t('title')}>
        <p>{t('intro')}</p>
      </PageHeader>
      <div className="grid max-w-4xl gap-4">
        <FilterChips
          filters={query.filters}
          href={(left) => routes.certificates(writeListQuery({ ...query, ...left, from: null }))}
          units={units}
          words={query.words}
        />
        <p className="flex flex-wrap gap-x-5 gap-y-1 text-soft">
          <span className="font-semibold text-ink">
            {t(sums.exact ? 'count' : 'more', { count: sums.contracts })}
          </span>
          {sums.exact && sums.contracts > 0 && <Money fen={sums.turnover} showUnit unit="wan" />}
        </p>
        <div className="grid items-start gap-4 md:grid-cols-2">
          {kinds.map(({ kind, most, act }) => (
            <Panel id={kind} key={kind} title={t(kind)}>
              <div className="grid gap-3">
                <p className="text-soft">{t(`${kind}Help`, { most })}</p>
                {sums.contracts > most ? (
                  <Notice kind="warning">{t('tooMany')}</Notice>
                ) : (
                  sums.contracts > 0 && (
                    <p className="flex flex-wrap gap-2">
                      <FileLink href={file(kind, 'zh-CN')}>{act}</FileLink>
                      <FileLink href={file(kind, 'en')}>{t('english')}</FileLink>
                    </p>
                  )
                )}
              </div>
            </Panel>
          ))}
        </div>
      </div>
    </>
  )
}
