import { getLocale } from 'next-intl/server'
import type { ReactNode } from 'react'
import { Notice } from '@/components/ui/notice'
import { problemWords } from '@/lib/domain/problem-words'
import { say } from '@/lib/domain/words'
import { limit } from '@/lib/services/access/limit'
import { clientAddress } from '@/lib/services/actor'
import { attempt } from '@/lib/services/attempt'

/** What stands in the place of a public page for an address that asked for too many; null where the page may be made. */
export async function tooManyPages(): Promise<ReactNode> {
  const address = await clientAddress()
  const result = await attempt(() => limit('publicPerMinute', address))
  if (result.ok) return null
  return (
    <main className="mx-auto max-w-3xl px-4 py-10 sm:px-8">
      <Notice kind="warning">{say(problemWords(result.problem), await getLocale())}</Notice>
    </main>
  )
}
