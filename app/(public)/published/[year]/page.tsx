import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { EditionFiles } from '@/components/edition/edition-files'
import { ReportDocument } from '@/components/report/report-document'
import { spansIn } from '@/components/report/said-text'
import { TextLink } from '@/components/ui/button'
import { PageHeader } from '@/components/ui/page-header'
import { Problem } from '@/lib/domain/problems'
import { plain } from '@/lib/domain/report/spans'
import { say } from '@/lib/domain/words'
import { officeMoment, officeTime } from '@/lib/i18n/dates'
import { routes } from '@/lib/routes'
import { askedEdition } from '@/lib/services/editions/asked'
import { withErrata } from '@/lib/services/editions/content'
import { readPublic } from '@/lib/services/editions/read-edition'
import { tooManyPages } from '../../too-many'

type Props = {
  params: Promise<{ year: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations('edition.public')
  return { title: t('open', await params) }
}

/** An annual report that is public, to read and print without an account; nothing in it leads to a contract. */
export default async function PublishedPage({ params, searchParams }: Props) {
  const asked = askedEdition.safeParse({ ...(await params), number: (await searchParams).edition })
  if (!asked.success) notFound()
  const refused = await tooManyPages()
  if (refused) return refused
  const [read, t, page, locale] = await Promise.all([
    readPublic(asked.data).catch((error: unknown) => {
      if (error instanceof Problem && error.detail.code === 'not-found') notFound()
      throw error
    }),
    getTranslations('edition.public'),
    getTranslations('edition.page'),
    getLocale(),
  ])
  const { head, editions, files } = read
  const { year, number, publishedAt, knownAt } = head
  const report = withErrata(read.report, read.errata)
  const others = editions.filter((one) => one.number !== number)
  return (
    <main className="report mx-auto max-w-[70rem] px-4 py-10 sm:px-8 print:p-0">
      <PageHeader
        breadcrumb={[{ label: t('list'), href: routes.published() }]}
        title={plain(spansIn(report.title, locale))}
      >
        <p>{say(report.issuer, locale)}</p>
        <p>
          {page('other', { number })}{' '}
          {page('publishedPlain', {
            day: publishedAt ? officeTime(publishedAt).day : '',
            known: officeMoment(knownAt ?? report.readAt),
          })}
        </p>
      </PageHeader>
      <div className="mb-6 grid gap-2 print:hidden">
        <EditionFiles
          files={files}
          href={(form, of) => routes.publishedFile(year, form, { edition: number, locale: of })}
        />
        {others.length > 0 && (
          <p className="flex flex-wrap gap-x-6 gap-y-1">
            {others.map((one) => (
              <TextLink href={routes.published(year, { edition: one.number })} key={one.id}>
                {page('other', { number: one.number })}
              </TextLink>
            ))}
          </p>
        )}
      </div>
      <ReportDocument
        chapters={report.chapters}
        source={page('sealed', { number })}
        tables={report.tables}
        units={report.units}
        view={{ year, unit: null, asOf: null, sameDay: null, sealed: true }}
      />
    </main>
  )
}
