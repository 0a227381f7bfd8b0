'use client'

import { useLocale, useTranslations } from 'next-intl'
import { Icon } from '@/components/ui/icon'
import { Spinner } from '@/components/ui/spinner'
import { problemWords } from '@/lib/domain/problem-words'
import { say } from '@/lib/domain/words'
import { routes } from '@/lib/routes'
import type { SaveState } from './sender'

/** One line that says where the typing is: with the server, on its way, or safe in this browser. */
export function SaveStatus({ state }: { state: SaveState }) {
  return (
    <p aria-live="polite" className="flex items-start gap-1.5" data-save-state={state.kind}>
      <Words state={state} />
    </p>
  )
}

function Words({ state }: { state: SaveState }) {
  const t = useTranslations('autosave')
  const locale = useLocale()
  switch (state.kind) {
    case 'saved':
      return (
        <>
          <Icon className="mt-0.5 size-4 text-jade" name="check" />
          <span className="text-soft">{t('saved', { time: clock(state.at) })}</span>
        </>
      )
    case 'waiting':
    case 'saving':
      return (
        <>
          <Spinner className="mt-0.5 size-4" />
          <span className="text-soft">{t('saving')}</span>
        </>
      )
    case 'offline':
      return (
        <>
          <Icon className="mt-0.5 size-4 text-poplar" name="warning" />
          <span className="text-poplar-ink">{t('offline')}</span>
        </>
      )
    case 'signedOut':
      return (
        <>
          <Icon className="mt-0.5 size-4 text-poplar" name="warning" />
          <span className="text-poplar-ink">
            {t.rich('signedOut', {
              link: (words) => (
                <a className="underline" href={routes.signIn()} rel="noopener" target="_blank">
                  {words}
                </a>
              ),
            })}
          </span>
        </>
      )
    case 'stuck':
      return (
        <>
          <Icon className="mt-0.5 size-4 text-cinnabar" name="warning" />
          <span className="text-cinnabar">
            {say(problemWords(state.problem), locale)} {t('stuck')}
          </span>
        </>
      )
  }
}

/** Saved by this office's clock. */
const clock = (at: Date): string =>
  new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Shanghai', hour: '2-digit', minute: '2-digit' }).format(
    at,
  )
