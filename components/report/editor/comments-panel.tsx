'use client'

import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { Disclosure } from '@/components/ui/disclosure'
import { Panel } from '@/components/ui/panel'
import { officeMoment } from '@/lib/i18n/dates'
import type { ShownComment } from './editing'

/** What was said about the report, open comments first; each leads to its block. */
export function CommentsPanel({
  comments,
  nameOf,
  mayResolve,
  resolve,
}: {
  comments: readonly ShownComment[]
  /** What a block is called; null where the report has it no more. */
  nameOf: (block: string) => string | null
  mayResolve: (comment: ShownComment) => boolean
  resolve: (id: string) => void
}) {
  const t = useTranslations('reportEditor.comments')
  const open = comments.filter(({ resolvedAt }) => !resolvedAt)
  const settled = comments.filter(({ resolvedAt }) => resolvedAt)
  const one = (comment: ShownComment) => {
    const name = nameOf(comment.block)
    return (
      <li className="grid gap-0.5 border-l-2 border-line pl-3" key={comment.id}>
        <p className="text-sm text-soft">
          {comment.by} {officeMoment(comment.at)}
        </p>
        <p className="break-words whitespace-pre-wrap">{comment.text}</p>
        <p className="text-sm">
          {name ? (
            <a className="text-jade hover:underline" href={`#edit-${comment.block}`}>
              {name}
            </a>
          ) : (
            <span className="text-soft">{t('gone')}</span>
          )}
        </p>
        {comment.resolvedAt ? (
          <p className="text-sm text-soft">
            {t('resolvedBy', { by: comment.resolvedBy ?? '', moment: officeMoment(comment.resolvedAt) })}
          </p>
        ) : (
          mayResolve(comment) && (
            <div>
              <Button onClick={() => resolve(comment.id)} size="small">
                {t('resolve')}
              </Button>
            </div>
          )
        )}
      </li>
    )
  }
  return (
    <Panel id="comments" title={t('title', { count: open.length })}>
      {open.length === 0 && <p className="text-soft">{t('none')}</p>}
      <ul className="grid gap-4">{open.map(one)}</ul>
      {settled.length > 0 && (
        <div className="mt-3">
          <Disclosure summary={t('settled', { count: settled.length })}>
            <ul className="grid gap-4">{settled.map(one)}</ul>
          </Disclosure>
        </div>
      )}
    </Panel>
  )
}
