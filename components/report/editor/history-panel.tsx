'use client'

import { useTranslations } from 'next-intl'
import { Panel } from '@/components/ui/panel'
import type { Change } from '@/lib/domain/report/manuscript/changes'
import { officeMoment } from '@/lib/i18n/dates'
import type { ShownSitting } from './editing'

/** Who changed what, the newest sitting first. */
export function HistoryPanel({
  history,
  nameOf,
  chapterName,
}: {
  history: readonly ShownSitting[]
  nameOf: (block: string) => string | null
  chapterName: (chapter: string) => string
}) {
  const t = useTranslations('reportEditor.history')
  const told = (change: Change) => {
    switch (change.kind) {
      case 'added':
      case 'removed':
        return t(`${change.kind}.${change.what}`, { text: change.text || t('blank') })
      case 'rewritten':
        return t('rewritten', { before: change.before || t('blank'), after: change.after || t('blank') })
      case 'sourced':
        return t('sourced', { digits: change.digits, source: change.source })
      case 'reordered':
        return t('reordered', { chapter: chapterName(change.chapter) })
      case 'chapters':
        return t('chapters')
      default:
        return t(change.kind, { what: nameOf(change.id) ?? t('gone') })
    }
  }
  return (
    <Panel title={t('title')}>
      {history.length === 0 && <p className="text-soft">{t('none')}</p>}
      <ol className="grid gap-4">
        {history.map(({ revision, by, at, changes }) => (
          <li key={revision}>
            <p className="text-sm text-soft">{t('sitting', { by, moment: officeMoment(at) })}</p>
            {changes.length === 0 && <p className="text-sm">{t('nothing')}</p>}
            <ul className="list-disc pl-5 text-sm break-words">
              {changes.map((change, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a change has no name of its own.
                <li key={index}>{told(change)}</li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
    </Panel>
  )
}
