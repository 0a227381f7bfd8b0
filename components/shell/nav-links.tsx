'use client'

import Link, { useLinkStatus } from 'next/link'
import { usePathname } from 'next/navigation'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { cx } from '@/components/ui/classes'
import { Icon } from '@/components/ui/icon'
import { currentItem, type NavItem } from './navigation'

/**
 * In the bar: words along one line. At the foot of a phone: mark over word, within reach of the thumb. Nothing is fetched
 * ahead: pages without skeletons have nothing to give before they are asked, and a live page would ask with each renewal.
 */
export function NavLinks({
  items,
  label,
  place,
}: {
  items: readonly NavItem[]
  label: string
  place: 'bar' | 'foot'
}) {
  const current = currentItem(items, usePathname())
  if (place === 'bar')
    return (
      <nav aria-label={label} className="hidden min-w-0 flex-1 overflow-x-auto sm:block">
        <ul className="flex h-full items-stretch gap-1 lg:gap-2">
          {items.map((item) => (
            <li className="flex" key={item.id}>
              <Link
                aria-current={item.id === current ? 'page' : undefined}
                className={cx(
                  'flex items-center gap-1.5 border-y-2 border-t-transparent px-2 whitespace-nowrap -outline-offset-2',
                  item.id === current
                    ? 'border-b-jade font-semibold text-ink'
                    : 'border-b-transparent text-soft hover:text-ink',
                )}
                href={item.href}
                prefetch={false}
              >
                <Words>{item.label}</Words>
                <Waiting count={item.count} />
              </Link>
            </li>
          ))}
        </ul>
      </nav>
    )
  return <FootLinks current={current} items={items} label={label} />
}

/** Five places fit under a thumb; where there are more, the last ones stand behind “more”. */
function FootLinks({
  items,
  label,
  current,
}: {
  items: readonly NavItem[]
  label: string
  current: string | undefined
}) {
  const t = useTranslations('shell')
  const shown = items.length > FIT ? items.slice(0, FIT - 1) : items
  const rest = items.slice(shown.length)
  return (
    <nav
      aria-label={label}
      className="fixed inset-x-0 bottom-0 z-20 border-t border-line bg-paper pb-[env(safe-area-inset-bottom)] sm:hidden print:hidden"
    >
      <ul className="flex">
        {shown.map((item) => (
          <li className="min-w-0 flex-1" key={item.id}>
            <Link
              aria-current={item.id === current ? 'page' : undefined}
              className={footClasses(item.id === current)}
              href={item.href}
              prefetch={false}
            >
              <Marked count={item.count} icon={item.icon}>
                <Words>{item.label}</Words>
              </Marked>
            </Link>
          </li>
        ))}
        {rest.length > 0 && (
          <li className="min-w-0 flex-1">
            <button
              className={footClasses(rest.some(({ id }) => id === current))}
              popoverTarget="more-places"
              type="button"
            >
              <Marked count={rest.reduce((sum, { count = 0 }) => sum + count, 0)} icon="more">
                {t('more')}
              </Marked>
            </button>
            {/* The browser's own: every page carries this, and none should carry a library for it. Anew on each page, so closed. */}
            <ul
              aria-label={t('morePlaces')}
              className="fixed inset-auto right-2 bottom-[calc(4rem+env(safe-area-inset-bottom))] m-0 min-w-44 rounded-lg border border-line bg-raised p-2 text-ink shadow-raised"
              id="more-places"
              key={current}
              popover="auto"
            >
              {rest.map((item) => (
                <li key={item.id}>
                  <Link
                    aria-current={item.id === current ? 'page' : undefined}
                    className="flex min-h-11 items-center gap-3 rounded-sm px-2"
                    href={item.href}
                    prefetch={false}
                  >
                    <Icon className="size-5" name={item.icon} />
                    <Words>{item.label}</Words>
                    <Waiting count={item.count} />
                  </Link>
                </li>
              ))}
            </ul>
          </li>
        )}
      </ul>
    </nav>
  )
}

const FIT = 5

const footClasses = (isCurrent: boolean) =>
  cx(
    'relative flex h-14 w-full flex-col items-center justify-center gap-0.5 border-t-2 px-px text-xs -outline-offset-2',
    isCurrent ? 'border-jade font-semibold text-jade' : 'border-transparent text-soft',
  )

/** Mark over word, with what waits there. */
function Marked({ icon, count, children }: { icon: NavItem['icon']; count?: number; children: ReactNode }) {
  return (
    <>
      <span className="relative">
        <Icon className="size-5" name={icon} />
        {count ? (
          <span className="absolute -top-1.5 left-4">
            <Waiting count={count} />
          </span>
        ) : null}
      </span>
      <span className="max-w-full truncate">{children}</span>
    </>
  )
}

/** Tells that the place is on its way. There is no page of skeletons: it would answer 200 before a refusal is known. */
function Words({ children }: { children: ReactNode }) {
  const { pending } = useLinkStatus()
  return <span className={pending ? 'animate-pulse text-jade' : undefined}>{children}</span>
}

function Waiting({ count }: { count?: number }) {
  if (!count) return null
  return (
    <span className="inline-grid h-4.5 min-w-4.5 place-items-center rounded-full bg-poplar-wash px-1 text-xs font-medium text-poplar-ink ring-1 ring-poplar/50">
      {count > 99 ? '99+' : count}
    </span>
  )
}
