import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { DifferenceTable } from '@/components/contract/content-diff'
import { ContractStatus } from '@/components/contract/contract-status'
import { Money } from '@/components/format/money'
import { DateText } from '@/components/format/text'
import { Badge } from '@/components/ui/badge'
import { TextLink } from '@/components/ui/button'
import { DescriptionList } from '@/components/ui/lists'
import { PageHeader } from '@/components/ui/page-header'
import { Panel } from '@/components/ui/panel'
import { codeWords } from '@/lib/domain/contract/code-lists'
import { amends, kindOf } from '@/lib/domain/request/kinds'
import type { RequestView } from '@/lib/domain/request/view'
import { say } from '@/lib/domain/words'
import { routes } from '@/lib/routes'
import { CoursePanel } from './course-panel'
import { EvidenceList } from './evidence-list'
import { FiguresPanel } from './figures-panel'
import { RequestNotices } from './request-notices'
import { RequestStatusPill } from './request-status'

/** Everything before a decision on a request, and what became of it afterwards; the same paper for every reader. */
export function RequestPage({ view, acts }: { view: RequestView; acts: ReactNode }) {
  const t = useTranslations('requests')
  const locale = useLocale()
  const { contract, kind } = view
  return (
    <>
      <PageHeader
        breadcrumb={[{ label: t('title'), href: routes.requests() }]}
        status={
          <span className="flex flex-wrap items-center gap-2">
            <RequestStatusPill status={view.status} />
            {view.large && <Badge tone="active">{t('large')}</Badge>}
          </span>
        }
        title={view.number}
      >
        <p className="flex flex-wrap gap-x-5 gap-y-1">
          <span className="text-ink">{contract.name}</span>
          <span>{say(contract.unitName, locale)}</span>
          <span>
            {t('askedBy', { name: view.askedBy })} <DateText form="moment" value={view.askedAt} />
          </span>
        </p>
      </PageHeader>
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_minmax(19rem,24rem)]">
        <div className="grid min-w-0 gap-4">
          <RequestNotices view={view} />
          {amends(kind) ? (
            <Panel flush id="differences" title={t('differences', { kind })}>
              <DifferenceTable found={view.differences} />
            </Panel>
          ) : (
            <Panel id="ending" title={t('endingTitle', { kind })}>
              <p className="max-w-prose">{t('ending', { kind })}</p>
            </Panel>
          )}
          <Panel id="grounds" title={t('grounds')}>
            <p className="font-medium">{say(codeWords(kindOf(kind).reasons, view.reason), locale)}</p>
            <p className="mt-1 max-w-prose whitespace-pre-line">{view.text}</p>
          </Panel>
          <Panel id="evidence" title={t('evidence')}>
            <EvidenceList files={view.evidence} />
          </Panel>
          <CoursePanel view={view} />
        </div>
        <div className="grid min-w-0 gap-4">
          <ContractPanel contract={contract} />
          <FiguresPanel view={view} />
        </div>
      </div>
      {acts}
    </>
  )
}

function ContractPanel({ contract }: { contract: RequestView['contract'] }) {
  const t = useTranslations('requests')
  const locale = useLocale()
  return (
    <Panel
      actions={<ContractStatus status={contract.status} />}
      id="contract"
      note={<span className="font-mono">{contract.number}</span>}
      title={t('contract')}
    >
      <TextLink href={routes.contract(contract.id)}>{contract.name || contract.number}</TextLink>
      <DescriptionList
        className="mt-2"
        items={[
          { term: t('unit'), detail: say(contract.unitName, locale) },
          { term: t('registeredOn'), detail: <DateText value={contract.registeredOn} /> },
          { term: t('turnover'), detail: <Money fen={contract.turnover} showUnit unit="wan" /> },
          { term: t('technology'), detail: <Money fen={contract.technology} showUnit unit="wan" /> },
        ]}
      />
    </Panel>
  )
}
