'use client'

import { useTranslations } from 'next-intl'
import { Icon } from '@/components/ui/icon'
import { KeyHint } from '@/components/ui/key-hint'
import { useHydrated } from '@/components/ui/use-hydrated'
import { openPalette } from './palette/open'

/** Looks like the box it opens; on a phone its mark alone. */
export function SearchButton() {
  const t = useTranslations('palette')
  const hydrated = useHydrated()
  return (
    <button
      aria-haspopup="dialog"
      aria-keyshortcuts="/ Control+K Meta+K"
      aria-label={t('title')}
      className="ml-auto flex h-9 shrink-0 items-center gap-2 self-center rounded-md px-2 text-soft hover:bg-sunken xl:w-52 xl:border xl:border-edge xl:bg-raised xl:px-2.5 xl:hover:border-ink xl:hover:bg-raised"
      disabled={!hydrated}
      onClick={() => openPalette(false)}
      type="button"
    >
      <Icon className="size-4.5 xl:size-4" name="search" />
      <span className="hidden flex-1 text-left text-faint xl:block">{t('short')}</span>
      <span className="hidden xl:block">
        <KeyHint keys={['/']} />
      </span>
    </button>
  )
}
