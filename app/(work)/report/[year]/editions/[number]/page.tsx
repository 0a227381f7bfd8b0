import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { ActButton } from '@/components/edition/act-button'
import { ChangeTable } from '@/components/edition/change-table'
import { EditionFiles } from '@/components/edition/edition-files'
import { ReportDocument } from '@/components/report/report-document'
import { StatusPill } from '@/components/ui/badge'
import { TextLink } from '@/components/ui/button'
import { Disclosure } from '@/components/ui/disclosure'
import { DescriptionList } from '@/components/ui/lists'
import { PageHeader } from '@/components/ui/page-header'
import { Panel } from '@/components/ui/panel'
import { may } from '@/lib/domain/access/permissions'
import { memberWords } from '@/lib/domain/statistics/members'
import { say } from '@/lib/domain/words'
import { officeMoment } from '@/lib/i18n/dates'
import { routes } from '@/lib/routes'
import { requireActor } from '@/lib/services/actor'
import { askedEdition } from '@/lib/services/editions/asked'
import { readEdition } from '@/lib/services/editions/read-edition'
import { orNotFound, type Search } from '../../../../statistics/view'
import { setPublic } from '../../actions'

type Props = { params: Promise<{ year: string; number: string }>; searchParams: Promise<Search> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations('edition.page')
  return { title: t('title', await params) }
}

/** A published edition, drawn from what was frozen; its numbers lead to the contracts that counted then. */
export default async function EditionPage({ params, searchParams }: Props) {
  const actor = await requireActor('statistics.read')
  const asked = askedEdition.safeParse({ ...(await searchParams), ...(await params) })
  if (!asked.success) notFound()
  const [read, t, act, errataWords, locale] = await Promise.all([
    orNotFound(readEdition(actor, asked.data)),
    getTranslations('edition.page'),
    getTranslations('edition.act'),
    getTranslations('edition.errata'),
    getLocale(),
  ])
  const { head, report, errata, files, people, editions } = read
  const { year, unit, number, knownAt, publishedAt, isPublic } = head
  const moment = knownAt ?? report.readAt
  const ownOrAll = actor.unit === null || actor.unit === unit
  const others = editions.filter((one) => one.number !== number)
  return (
    <div className="report">
      <PageHeader
        actions={
          may(actor.role, 'report.publish') && (
            <ActButton
              act={setPublic}
              done={act(isPublic ? 'closed' : 'madePublic')}
              input={{ year, unit, number, isPublic: !isPublic }}
              label={act(isPublic ? 'close' : 'makePublic')}
            />
          )
        }
        breadcrumb={[
          { label: t('live'), href: routes.report(year, { unit: actor.unit === null ? unit : null }) },
        ]}
        status={
          <StatusPill tone={isPublic ? 'good' : 'quiet'}>{t(isPublic ? 'public' : 'notPublic')}</StatusPill>
        }
        title={[
          t('title', { year: String(year), number }),
          ...(unit ? [say(memberWords('unit', unit, report.units), locale)] : []),
        ].join(' · ')}
      >
        <p>
          {t('published', {
            by: people?.publishedBy ?? '',
            moment: officeMoment(publishedAt ?? moment),
            known: officeMoment(moment),
          })}
        </p>
      </PageHeader>
      <div className="mb-6 grid gap-2 print:hidden">
        <EditionFiles
          files={files}
          href={(form, of) => routes.editionFile(year, number, form, { unit, locale: of })}
        />
        <p className="flex flex-wrap gap-x-6 gap-y-1">
          {ownOrAll && (
            <TextLink href={routes.sincePrint(year, { edition: number, unit })}>{t('since')}</TextLink>
          )}
          {isPublic && unit === null && (
            <TextLink href={routes.published(year, { edition: number })}>{t('publicPage')}</TextLink>
          )}
          {others.map((one) => (
            <TextLink href={routes.edition(year, one.number, { unit })} key={one.id}>
              {t('other', { number: one.number })}
            </TextLink>
          ))}
        </p>
      </div>
      {errata && (
        <Panel
          className="mb-6 max-w-[63rem]"
          flush
          note={errataWords(errata.places.length > 0 ? 'help' : 'none', {
            number: errata.against,
            count: errata.places.length,
          })}
          title={errataWords('title')}
        >
          {errata.places.length > 0 && (
            <ChangeTable caption={errataWords('title')} changes={errata.places} unitOfReader={actor.unit} />
          )}
        </Panel>
      )}
      <ReportDocument
        chapters={report.chapters}
        source={t('sealed', { number })}
        tables={report.tables}
        units={report.units}
        view={{
          year,
          unit: actor.unit === null ? unit : null,
          asOf: moment.toISOString(),
          sameDay: null,
          ...(!ownOrAll && { sealed: true }),
        }}
      />
      <div className="mt-6 max-w-[46rem] print:hidden">
        <Disclosure summary={t('proof')}>
          <DescriptionList
            className="text-sm break-all"
            items={[
              { term: t('content'), detail: <code>{read.contentHash}</code> },
              { term: t('catalogue'), detail: <code>{read.catalogueHash}</code> },
              { term: t('outline'), detail: <code>{read.outlineHash}</code> },
              {
                term: read.headSeal === null ? t('noHead') : t('head', { seal: read.headSeal }),
                detail: <code>{read.headRoot}</code>,
              },
              ...files.map(({ form, locale: of, sha256 }) => ({
                key: `${form} ${of}`,
                term: t('file', { form, locale: t(of as 'zh-CN' | 'en') }),
                detail: <code>{sha256}</code>,
              })),
            ]}
          />
        </Disclosure>
      </div>
    </div>
  )
}
