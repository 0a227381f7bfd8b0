'use client'

import { useRouter } from 'next/navigation'
import { useLocale, useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { useWhileAwake } from '@/components/ui/use-awake'
import type { Looker } from '@/lib/domain/approval/desk'
import { type Status, statuses } from '@/lib/domain/contract/lifecycle'
import { say } from '@/lib/domain/words'
import { routes } from '@/lib/routes'
import { Lookers } from './lookers'

const EVERY = 10_000

interface Answer {
  lookers: Looker[]
  revision: number
  status: Status
}

/** Tells the desk that this page is open, who else has it open, and when somebody was faster. */
export function PresenceBeat({
  id,
  revision,
  lookers,
}: {
  id: string
  revision: number
  lookers: readonly Looker[]
}) {
  const t = useTranslations('approvals')
  const locale = useLocale()
  const router = useRouter()
  const [now, setNow] = useState<Answer | null>(null)
  const address = `${routes.approval(id)}/presence`

  const beat = async () => {
    const answer = await fetch(address, { method: 'POST', body: 'look' }).catch(() => null)
    if (answer?.ok) setNow(await answer.json())
  }
  useWhileAwake(EVERY, beat)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the first sign of life, once for each contract.
  useEffect(() => {
    beat()
    const leave = () => navigator.sendBeacon(address, 'away')
    window.addEventListener('pagehide', leave)
    return () => {
      window.removeEventListener('pagehide', leave)
      leave()
    }
  }, [address])

  const overtaken = now !== null && now.revision > revision
  return (
    <div aria-live="polite" className="grid gap-3">
      <Lookers lookers={now?.lookers ?? lookers} />
      {overtaken && (
        <Notice
          actions={
            <Button onClick={() => router.refresh()} size="small">
              {t('reload')}
            </Button>
          }
          kind="warning"
        >
          {t('overtaken', { status: say(statuses[now.status], locale) })}
        </Notice>
      )}
    </div>
  )
}
