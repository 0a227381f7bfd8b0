'use client'

import Link, { useLinkStatus } from 'next/link'
import { usePathname } from 'next/navigation'
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
  return (
    <nav
      aria-label={label}
      className="fixed inset-x-0 bottom-0 z-20 border-t border-line bg-paper pb-[env(safe-area-inset-bottom)] sm:hidden print:hidden"
    >
      <ul className="flex">
        {items.map((item) => (
          <li className="min-w-0 flex-1" key={item.id}>
            <Link
              aria-current={item.id === current ? 'page' : undefined}
              className={cx(
                'relative flex h-14 flex-col items-center justify-center gap-0.5 border-t-2 px-px text-xs -outline-offset-2',
                item.id === current ? 'border-jade font-semibold text-jade' : 'border-transparent text-soft',
              )}
              href={item.href}
              prefetch={false}
            >
              <span className="relative">
                <Icon className="size-5" name={item.icon} />
                {item.count ? (
                  <span className="absolute -top-1.5 left-4">
                    <Waiting count={item.count} />
                  </span>
                ) : null}
              </span>
              <span className="max-w-full truncate">
                <Words>{item.label}</Words>
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
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
