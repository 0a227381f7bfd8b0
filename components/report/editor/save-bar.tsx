'use client'

import { useTranslations } from 'next-intl'
import { SaveStatus } from '@/components/autosave/save-status'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { officeMoment } from '@/lib/i18n/dates'
import type { ShownSitting } from './editing'
import type { useDraft } from './use-draft'

/** How far the server has what is written, and how to go on where somebody else rewrote the same. */
export function SaveBar({
  draft,
  last,
  loose,
}: {
  draft: ReturnType<typeof useDraft>
  last: ShownSitting | undefined
  loose: readonly { block: string }[]
}) {
  const t = useTranslations('reportEditor.saving')
  const { state, restored, conflict } = draft
  const first = loose[0]
  return (
    <div className="sticky top-bar z-20 -mx-4 grid gap-2 border-b border-line bg-paper px-4 py-2 sm:mx-0 sm:px-0">
      <div className="flex min-h-6 flex-wrap items-center gap-x-4 gap-y-1 text-sm">
        {state === null && (
          <p className="text-soft">
            {last ? t('last', { by: last.by, moment: officeMoment(last.at) }) : t('untouched')}
          </p>
        )}
        {state && !(conflict && state.kind === 'stuck') && <SaveStatus state={state} />}
        {restored && state?.kind !== 'saved' && <p className="text-soft">{t('restored')}</p>}
        {first && (
          <a className="text-poplar-ink underline" href={`#edit-${first.block}`}>
            {t('loose', { count: loose.length })}
          </a>
        )}
      </div>
      {conflict && (
        <Notice
          actions={<Button onClick={draft.merge}>{t('merge')}</Button>}
          kind="warning"
          live
          title={conflict.by ? t('fasterBy', { by: conflict.by }) : t('faster')}
        >
          {t('fasterText')}
        </Notice>
      )}
    </div>
  )
}
