import Link from 'next/link'
import { useFormatter, useLocale, useTranslations } from 'next-intl'
import { StatusPill } from '@/components/ui/badge'
import { Icon } from '@/components/ui/icon'
import { type WaitingLine, waitingKinds } from '@/lib/domain/notice/waiting'
import { say } from '@/lib/domain/words'
import { waitingDoors } from './doors'

/** What waits, a line for each kind with its number, the nearest deadline and why it waits here. */
export function WaitingList({
  lines,
  today,
  nearUntil,
}: {
  lines: readonly WaitingLine[]
  today: string
  nearUntil: string
}) {
  const locale = useLocale()
  const format = useFormatter()
  return (
    <ul className="divide-y divide-line">
      {lines.map(({ kind, count, dueOn, overdue }) => (
        <li key={kind}>
          <Link
            className="flex min-h-14 flex-wrap items-center gap-x-4 gap-y-1 px-5 py-2.5 -outline-offset-2 hover:bg-hover"
            href={waitingDoors[kind]}
          >
            <span className="min-w-8 text-lg font-semibold tabular-nums" data-figure={`waits ${kind}`}>
              {format.number(count)}
            </span>
            <span className="grid min-w-48 flex-1">
              <span className="font-medium">{say(waitingKinds[kind].words, locale)}</span>
              <span className="text-sm text-faint">{say(waitingKinds[kind].why, locale)}</span>
            </span>
            <Due dueOn={dueOn} nearUntil={nearUntil} overdue={overdue} today={today} />
            <Icon className="size-4 text-faint" name="chevronRight" />
          </Link>
        </li>
      ))}
    </ul>
  )
}

function Due({
  dueOn,
  overdue,
  today,
  nearUntil,
}: Pick<WaitingLine, 'dueOn' | 'overdue'> & { today: string; nearUntil: string }) {
  const t = useTranslations('inbox')
  if (dueOn === null) return null
  if (dueOn < today) return <StatusPill tone="bad">{t('overdue', { count: overdue })}</StatusPill>
  return <StatusPill tone={dueOn <= nearUntil ? 'waiting' : 'quiet'}>{t('due', { day: dueOn })}</StatusPill>
}
