'use client'

import { useRouter } from 'next/navigation'
import { useTransition } from 'react'
import { useWhileAwake } from '@/components/ui/use-awake'

const EVERY = 15_000

/** Asks for the desk anew while somebody looks at it. Rows keep their place, choice and scroll; nothing flickers. */
export function DeskRefresh() {
  const router = useRouter()
  const [pending, start] = useTransition()
  useWhileAwake(EVERY, () => {
    // An open question must not change under the hand.
    if (pending || document.querySelector('[role="dialog"]')) return
    start(() => router.refresh())
  })
  return null
}
