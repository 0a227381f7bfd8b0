import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { cx } from './classes'
import { Icon, type IconName } from './icon'

export type NoticeKind = 'info' | 'success' | 'warning' | 'danger'

const looks: Record<
  NoticeKind,
  { box: string; ink: string; icon: IconName; word: 'information' | 'success' | 'warning' | 'danger' }
> = {
  info: { box: 'border-lake bg-lake-wash', ink: 'text-lake', icon: 'info', word: 'information' },
  success: { box: 'border-jade bg-jade-wash', ink: 'text-jade', icon: 'check', word: 'success' },
  warning: { box: 'border-poplar bg-poplar-wash', ink: 'text-poplar-ink', icon: 'warning', word: 'warning' },
  danger: { box: 'border-cinnabar bg-cinnabar-wash', ink: 'text-cinnabar', icon: 'warning', word: 'danger' },
}

/** Something to know before reading on. `live` announces it when it appears after an act of the reader. */
export function Notice({
  kind = 'info',
  title,
  children,
  actions,
  live = false,
  className,
}: {
  kind?: NoticeKind
  title?: ReactNode
  children?: ReactNode
  actions?: ReactNode
  live?: boolean
  className?: string
}) {
  const t = useTranslations('common')
  const look = looks[kind]
  return (
    <div
      className={cx('flex gap-3 border-l-4 px-4 py-3', look.box, className)}
      role={live ? (kind === 'danger' ? 'alert' : 'status') : undefined}
    >
      <Icon className={cx('mt-0.5 size-4.5', look.ink)} name={look.icon} />
      <div className="grid min-w-0 flex-1 gap-1">
        <span className="sr-only">{t(look.word)}</span>
        {title && <p className="font-semibold">{title}</p>}
        {children && <div className="text-ink">{children}</div>}
        {actions && <div className="mt-1 flex flex-wrap gap-2">{actions}</div>}
      </div>
    </div>
  )
}
