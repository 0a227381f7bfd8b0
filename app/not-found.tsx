import type { Metadata } from 'next'
import { useTranslations } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import { LinkButton } from '@/components/ui/button'
import { StatePage } from '@/components/ui/states'
import { routes } from '@/lib/routes'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('states')
  return { title: t('notFoundTitle') }
}

/** Missing and foreign are the same answer: whoever guesses numbers learns nothing. */
export default function NotFound() {
  const t = useTranslations('states')
  return (
    <main className="px-5">
      <StatePage
        actions={
          <LinkButton href={routes.home()} kind="primary">
            {t('toHome')}
          </LinkButton>
        }
        code="404"
        title={t('notFoundTitle')}
      >
        <p>{t('notFound')}</p>
        <p>{t('notFoundHelp')}</p>
      </StatePage>
    </main>
  )
}
