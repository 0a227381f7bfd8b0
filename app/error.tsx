'use client'

import { useTranslations } from 'next-intl'
import { Button, LinkButton } from '@/components/ui/button'
import { StatePage } from '@/components/ui/states'
import { routes } from '@/lib/routes'

/** An unknown failure shows a number, never its message; the log holds the cause under the same number. */
export default function ErrorPage({
  error,
  reset,
}: {
  error: Error & { digest?: string }
  reset: () => void
}) {
  const t = useTranslations('states')
  return (
    <main className="px-5">
      <StatePage
        actions={
          <>
            <Button kind="primary" onClick={reset}>
              {t('tryAgain')}
            </Button>
            <LinkButton href={routes.home()}>{t('toHome')}</LinkButton>
          </>
        }
        title={t('errorTitle')}
      >
        <p>{t('error')}</p>
        <p>{t('errorHelp')}</p>
        <p className="border-l-4 border-cinnabar bg-sheet px-4 py-2 text-ink">
          {t('reference')}{' '}
          <span className="font-mono font-semibold select-all">{error.digest ?? t('noReference')}</span>
        </p>
      </StatePage>
    </main>
  )
}
