'use client'

import Link from 'next/link'
import { usePathname, useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { cx } from '@/components/ui/classes'
import { Icon } from '@/components/ui/icon'
import { routes } from '@/lib/routes'

/** The way to the inbox with what waits there, on every page and every width; the count moves as things happen. */
export function InboxBell({ count: given }: { count: number }) {
  const t = useTranslations('inbox')
  const path = usePathname()
  const count = useCount(given, path === routes.inbox())
  const here = path.startsWith(routes.inbox())
  return (
    <Link
      aria-current={here ? 'page' : undefined}
      aria-label={t('bell', { count })}
      className={cx(
        'relative ml-auto grid size-11 shrink-0 place-items-center self-center rounded-md hover:bg-sunken',
        here ? 'text-jade' : 'text-soft',
      )}
      href={routes.inbox()}
      prefetch={false}
    >
      <Icon className="size-5" name="bell" />
      {count > 0 && (
        <span
          className="absolute top-0.5 left-6 inline-grid h-4.5 min-w-4.5 place-items-center rounded-full bg-poplar-wash px-1 text-xs font-medium text-poplar-ink ring-1 ring-poplar/50"
          data-testid="inbox-count"
        >
          {count > 99 ? '99+' : count}
        </span>
      )}
    </Link>
  )
}

/** The count as last rendered or as last asked for, whichever is later. A page nobody can see asks for nothing. */
function useCount(given: number, isOpen: boolean): number {
  const [count, setCount] = useState(given)
  const router = useRouter()
  const open = useRef(isOpen)
  open.current = isOpen
  useEffect(() => setCount(given), [given])
  useEffect(() => {
    let source: EventSource | undefined
    let ended = false
    async function ask(): Promise<void> {
      const answer = await fetch(routes.inboxCount()).catch(() => null)
      if (!answer?.ok || ended) return
      const { count: now } = await answer.json()
      setCount(now)
      if (open.current && now !== given) router.refresh()
    }
    function listen(): void {
      source?.close()
      if (document.visibilityState === 'hidden') return
      source = new EventSource(routes.inboxStream())
      // After a gap it may be another one as well.
      source.addEventListener('hello', ask)
      source.addEventListener('moved', ask)
    }
    listen()
    document.addEventListener('visibilitychange', listen)
    return () => {
      ended = true
      source?.close()
      document.removeEventListener('visibilitychange', listen)
    }
  }, [given, router])
  return count
}
