import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Button, LinkButton } from '@/components/ui/button'
import { StatePage } from '@/components/ui/states'
import { routes } from '@/lib/routes'
import { Mark } from './mark'

/** Missing and foreign are the same answer: whoever guesses numbers learns nothing. */
export function NotFoundPage() {
  const t = useTranslations('states')
  return (
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
  )
}

/** An unknown failure shows a number, never its message; the log holds the cause under the same number. */
export function FailurePage({ reference, retry }: { reference: string | undefined; retry: () => void }) {
  const t = useTranslations('states')
  return (
    <StatePage
      actions={
        <>
          <Button kind="primary" onClick={retry}>
            {t('tryAgain')}
          </Button>
          <LinkButton href={routes.home()}>{t('toHome')}</LinkButton>
        </>
      }
      title={t('errorTitle')}
    >
      <p>{t('error')}</p>
      <p>{t('errorHelp')}</p>
      {reference && (
        <p className="border-l-4 border-cinnabar bg-sheet px-4 py-2 text-ink">
          {t('reference')} <span className="ml-1 font-mono font-semibold select-all">{reference}</span>
        </p>
      )}
    </StatePage>
  )
}

/** The frame where there is no shell: before signing in, and where the shell itself could not be made. */
export function BareFrame({ children }: { children: ReactNode }) {
  const t = useTranslations('common')
  return (
    <div className="flex min-h-dvh flex-col">
      <header className="flex h-bar items-center gap-2 px-4 sm:px-6">
        <Mark />
        <span className="text-md font-semibold tracking-wide">{t('product')}</span>
      </header>
      <main className="flex-1 px-4 pb-12 sm:px-6" id="content">
        {children}
      </main>
    </div>
  )
}
