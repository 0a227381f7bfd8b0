'use client'

import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useLocale, useTranslations } from 'next-intl'
import { useTransition } from 'react'
import { DateText } from '@/components/format/text'
import { Badge, StatusPill } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { cx } from '@/components/ui/classes'
import { kindOfNotice, noticeGroups } from '@/lib/domain/notice/kinds'
import { type Notice, nameOfNotice } from '@/lib/domain/notice/notice'
import { say } from '@/lib/domain/words'
import { noticeDoor } from './doors'

/** Marks notices as read or unread; the pages bring the verb. */
export type Mark = (
  change: { ids: number[] } | { all: true; before: Date } | { unread: number },
) => Promise<unknown>

/** What a person was told, the latest first. Whoever follows one has read it. */
export function NoticeList({ notices, mark }: { notices: readonly Notice[]; mark: Mark }) {
  const t = useTranslations('inbox')
  const locale = useLocale()
  const router = useRouter()
  const [pending, start] = useTransition()
  const change = (what: Parameters<Mark>[0]) =>
    start(async () => {
      await mark(what)
      router.refresh()
    })
  return (
    <ul className="divide-y divide-line">
      {notices.map((notice) => {
        const { id, kind, isRead, isOver, standsFor } = notice
        const fresh = !isRead && !isOver
        const spec = kindOfNotice(kind)
        return (
          <li className="flex flex-wrap items-start gap-x-4 gap-y-2 px-5 py-3 sm:flex-nowrap" key={id}>
            <span
              aria-hidden="true"
              className={cx('mt-2 size-2 shrink-0 rounded-full', fresh ? 'bg-jade' : 'border border-edge')}
            />
            <div className="min-w-0 flex-1">
              <p className="flex flex-wrap items-baseline gap-x-2 gap-y-1">
                <Link
                  className={cx('rounded-sm underline-offset-3 hover:underline', fresh && 'font-semibold')}
                  href={noticeDoor(notice)}
                  onClick={() => {
                    if (fresh) void mark({ ids: [id] })
                  }}
                >
                  {say(spec.words, locale)}
                  {fresh && <span className="sr-only">{t('isUnread')}</span>}
                </Link>
                <span className="break-all text-soft tabular-nums">{nameOfNotice(notice.params)}</span>
                {standsFor && <Badge tone="active">{t('standsFor', { name: standsFor })}</Badge>}
              </p>
              <Detail notice={notice} />
              <p className="text-sm text-faint">
                {say(noticeGroups[spec.group], locale)} · <DateText form="moment" value={notice.at} /> ·{' '}
                {say(spec.cause, locale)}
              </p>
            </div>
            {isOver ? (
              <StatusPill tone="quiet">{t('over')}</StatusPill>
            ) : (
              <Button
                kind="quiet"
                onClick={() => change(isRead ? { unread: id } : { ids: [id] })}
                pending={pending}
                size="small"
              >
                {t(isRead ? 'markUnread' : 'markRead')}
              </Button>
            )}
          </li>
        )
      })}
    </ul>
  )
}

/** The deadline of what is asked, or who stands in for whom and what passes. */
function Detail({ notice: { kind, params, dueOn, isOver } }: { notice: Notice }) {
  const t = useTranslations('inbox')
  if (params.person) {
    const { person, from = '', until } = params
    return (
      <p className="text-soft">
        {until ? t('span', { person, from, until }) : t('since', { person, from })}
        {kind === 'delegation.handed-over' &&
          t('passes', {
            drafts: params.drafts ?? 0,
            returned: params.returned ?? 0,
            requests: params.requests ?? 0,
            imports: params.imports ?? 0,
          })}
      </p>
    )
  }
  if (dueOn && !isOver) return <p className="text-soft">{t('due', { day: dueOn })}</p>
  return null
}

/** Marks everything as read at once that was there when the page was made. */
export function MarkAll({ mark, readAt }: { mark: Mark; readAt: Date }) {
  const t = useTranslations('inbox')
  const router = useRouter()
  const [pending, start] = useTransition()
  return (
    <Button
      icon="check"
      onClick={() =>
        start(async () => {
          await mark({ all: true, before: readAt })
          router.refresh()
        })
      }
      pending={pending}
      size="small"
    >
      {t('markAll')}
    </Button>
  )
}
