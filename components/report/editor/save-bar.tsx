'use client'

import { useTranslations } from 'next-intl'
import { ProblemNotice } from '@/components/contract/problem-notice'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import type { useDraft } from './use-draft'

/** What is saved and what isn't, and how to go on where somebody else was faster. */
export function SaveBar({
  draft,
  loose,
}: {
  draft: ReturnType<typeof useDraft>
  loose: readonly { block: string }[]
}) {
  const t = useTranslations('reportEditor.saving')
  const { dirty, saving, revision, problem, overtaken } = draft
  const conflict = problem?.code === 'conflict' || (overtaken && dirty)
  const first = loose[0]
  return (
    <div className="sticky top-bar z-20 -mx-4 grid gap-2 border-b border-line bg-paper px-4 py-2 sm:mx-0 sm:px-0">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <Button kind="primary" onClick={draft.save} pending={saving}>
          {t('save')}
        </Button>
        <p className="text-sm text-soft" role="status">
          {dirty ? t('open') : revision === 0 ? t('untouched') : t('saved', { revision })}
        </p>
        {first && (
          <a className="text-sm text-poplar-ink underline" href={`#edit-${first.block}`}>
            {t('loose', { count: loose.length })}
          </a>
        )}
      </div>
      {conflict ? (
        <Notice
          actions={
            <Button onClick={draft.merge} pending={saving}>
              {t('merge')}
            </Button>
          }
          kind="warning"
          live
          title={t('faster', {
            by: problem?.code === 'conflict' ? (problem.by ?? t('somebody')) : t('somebody'),
          })}
        >
          {t('fasterText')}
        </Notice>
      ) : (
        <ProblemNotice problem={problem} />
      )}
    </div>
  )
}
