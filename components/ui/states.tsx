import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { routes } from '@/lib/routes'
import { LinkButton } from './button'
import { cx } from './classes'
import { Icon, type IconName } from './icon'

/** Nothing here yet: says why and offers the first step. Stands in the place of what will come. */
export function EmptyState({
  title,
  children,
  action,
  icon = 'file',
}: {
  title: ReactNode
  children?: ReactNode
  action?: ReactNode
  icon?: IconName
}) {
  return (
    <div className="grid justify-items-center gap-2 px-6 py-14 text-center">
      <span className="mb-1 grid size-11 place-items-center rounded-sm border border-line bg-sunken text-faint">
        <Icon className="size-5" name={icon} />
      </span>
      <p className="text-md font-semibold">{title}</p>
      {children && <div className="max-w-md text-soft">{children}</div>}
      {action && <div className="mt-3 flex flex-wrap justify-center gap-2">{action}</div>}
    </div>
  )
}

/** A whole page that has one thing to say: not found, not allowed, broken. */
export function StatePage({
  code,
  title,
  children,
  actions,
}: {
  /** A short mark above the title, such as 404. */
  code?: ReactNode
  title: ReactNode
  children: ReactNode
  actions: ReactNode
}) {
  return (
    <div className="mx-auto grid max-w-xl gap-4 py-16 sm:py-24">
      {code && <p className="font-mono text-sm text-faint">{code}</p>}
      <h1 className="text-2xl">{title}</h1>
      <div className="grid gap-3 text-md text-soft">{children}</div>
      <div className="mt-2 flex flex-wrap gap-3">{actions}</div>
    </div>
  )
}

/** The signed-in role may not come here. What is missing is said by role, never by record. */
export function NoPermission({ roleLabel }: { roleLabel?: string }) {
  const t = useTranslations('states')
  return (
    <StatePage
      actions={
        <LinkButton href={routes.home()} kind="primary">
          {t('toHome')}
        </LinkButton>
      }
      code="403"
      title={t('noPermissionTitle')}
    >
      <p>{roleLabel ? t('noPermissionForRole', { role: roleLabel }) : t('noPermission')}</p>
      <p>{t('noPermissionHelp')}</p>
    </StatePage>
  )
}

/** Holds the place of a line or a block while it is fetched, in its final size. */
export function Skeleton({ className = 'h-4 w-full' }: { className?: string }) {
  return <span aria-hidden="true" className={cx('block rounded-sm bg-sunken skeleton-pulse', className)} />
}
