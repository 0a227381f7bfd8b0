'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useRef, useTransition } from 'react'
import { useAttendance } from '@/components/ui/use-awake'
import { awayCookie } from '@/lib/domain/access/away'
import { markChanged, readFigures } from './changed-marks'

/** An open question must not change under the hand; it is looked after every second. */
const QUESTION = 1_000

interface Options {
  /** Whether the server can be reached: a page asked for in vain would be lost. */
  live: boolean
  /** A screen on the wall, at which nobody ever sits. */
  unattended: boolean
  /** Some figures came out otherwise. */
  changed(): void
}

/** Asks for the page anew, once at a time, and marks what came out otherwise. Scroll, focus and what is unfolded stay. */
export function useRefresh({ live, unattended, changed }: Options) {
  const router = useRouter()
  const [pending, start] = useTransition()
  const wanted = useRef(false)
  const before = useRef<{ address: string; figures: ReadonlyMap<string, string> } | null>(null)
  const isAttended = useAttendance(() => sayAway(false))

  const latest = useRef(changed)
  latest.current = changed
  const question = useRef(0)
  const attempt = useRef(() => {})
  attempt.current = () => {
    clearTimeout(question.current)
    if (!wanted.current || before.current || !live) return
    if (document.querySelector('[role="dialog"]')) {
      question.current = window.setTimeout(() => attempt.current(), QUESTION)
      return
    }
    wanted.current = false
    before.current = { address: location.href, figures: readFigures() }
    if (!unattended && !isAttended()) sayAway(true)
    start(() => router.refresh())
  }

  useEffect(() => {
    if (pending) return
    const was = before.current
    before.current = null
    // Whoever went to another year or unit meanwhile compares nothing.
    if (was?.address === location.href && markChanged(was.figures)) latest.current()
    attempt.current()
  }, [pending])

  useEffect(() => {
    if (live) attempt.current()
    return () => clearTimeout(question.current)
  }, [live])

  return {
    ask() {
      wanted.current = true
      attempt.current()
    },
    /** Asks whatever the connection: the answer leads to sign-in. */
    leave: () => start(() => router.refresh()),
  }
}

/** For as long as the request and what follows it take, so that nothing of it is forgotten when the page is closed. */
function sayAway(away: boolean): void {
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing in browsers that offices use.
  document.cookie = `${awayCookie}=1; path=/; max-age=${away ? 15 : 0}; samesite=lax`
}
