import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { DateText } from '@/components/format/text'
import { TextLink } from '@/components/ui/button'
import { PageHeader } from '@/components/ui/page-header'
import { routes } from '@/lib/routes'
import { publicEditions } from '@/lib/services/editions/read-edition'
import { tooManyPages } from '../too-many'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('edition.public')
  return { title: t('title') }
}

/** The years whose report anybody may read. */
export default async function PublishedYearsPage() {
  const refused = await tooManyPages()
  if (refused) return refused
  const [editions, t] = await Promise.all([publicEditions(), getTranslations('edition.public')])
  return (
    <main className="mx-auto max-w-3xl px-4 py-10 sm:px-8">
      <PageHeader title={t('title')}>
        <p>{editions.length > 0 ? t('intro') : t('none')}</p>
      </PageHeader>
      <ul className="grid gap-2 text-md">
        {editions.map(({ id, year, publishedAt }) => (
          <li
            className="flex flex-wrap items-baseline justify-between gap-x-6 border-b border-line py-2"
            key={id}
          >
            <TextLink href={routes.published(year)}>{t('open', { year: String(year) })}</TextLink>
            <span className="text-soft">
              <DateText value={publishedAt} />
            </span>
          </li>
        ))}
      </ul>
      <p className="mt-10 text-sm">
        <TextLink href={routes.signIn()}>{t('signIn')}</TextLink>
      </p>
    </main>
  )
}
