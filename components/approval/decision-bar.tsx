'use client'

import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useEffect } from 'react'
import { Button, buttonClass } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { KeyHint } from '@/components/ui/key-hint'
import { isFreeKey } from '@/components/ui/keys'
import type { Action } from '@/lib/domain/contract/lifecycle'
import { useDecision } from './decision-context'

export interface Queue {
  previousHref: string | null
  nextHref: string | null
  place: number | null
  of: number
}

/** The acts on one contract and the way through the queue; always in reach at the lower edge. */
export function DecisionBar({ possible, queue }: { possible: readonly Action[]; queue: Queue }) {
  const t = useTranslations('approvals')
  const { open, panel, checked, reasons } = useDecision()
  useDecisionKeys(possible, queue)
  const may = (action: Action) => possible.includes(action)
  return (
    <section
      aria-label={t('decide')}
      className="sticky bottom-14 z-20 -mx-4 mt-6 flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-t border-line bg-paper px-4 py-2.5 sm:bottom-0 sm:-mx-6 sm:px-6 print:hidden"
    >
      <div className="flex items-center gap-1 max-sm:w-full">
        <Step href={queue.previousHref} icon="chevronLeft" keyName="K" label={t('previous')} />
        <p className="min-w-14 text-center text-sm text-soft">
          {queue.place === null ? t('notInQueue') : t('place', { place: queue.place, of: queue.of })}
        </p>
        <Step href={queue.nextHref} icon="chevronRight" keyName="J" label={t('next')} />
        {may('dispute') && (
          <Button className="ml-auto sm:hidden" kind="quiet" onClick={() => open('dispute')}>
            {t('act.dispute')}
          </Button>
        )}
        {checked.size > 0 && (
          <p className="ml-3 hidden text-sm text-soft lg:block">{t('ticked', { count: checked.size })}</p>
        )}
      </div>
      <div className="flex flex-wrap items-center gap-2 max-sm:w-full max-sm:*:flex-1">
        {may('dispute') && (
          <Button className="max-sm:hidden" kind="quiet" onClick={() => open('dispute')}>
            {t('act.dispute')}
          </Button>
        )}
        {may('refuse') && (
          <Button onClick={() => open('refuse')}>
            {t('act.refuse')}
            <Key name="X" />
          </Button>
        )}
        {may('return') && (
          <Button aria-expanded={panel === 'return'} onClick={() => open('return')}>
            {reasons.length > 0 ? t('returnCount', { count: reasons.length }) : t('act.return')}
            <Key name="R" />
          </Button>
        )}
        {may('approve') && (
          <Button kind="primary" onClick={() => open('approve')}>
            {t('act.approve')}
            <Key name="A" />
          </Button>
        )}
      </div>
    </section>
  )
}

const Key = ({ name }: { name: string }) => (
  <span aria-hidden="true" className="hidden lg:inline-flex">
    <KeyHint keys={[name]} />
  </span>
)

function Step({
  href,
  label,
  icon,
  keyName,
}: {
  href: string | null
  label: string
  icon: 'chevronLeft' | 'chevronRight'
  keyName: string
}) {
  const look = buttonClass('quiet', 'regular', 'px-2')
  const words = (
    <>
      <Icon name={icon} />
      <span className="sr-only">{label}</span>
    </>
  )
  if (!href)
    return (
      <span aria-disabled="true" className={look}>
        {words}
      </span>
    )
  return (
    <Link className={look} href={href} title={`${label} (${keyName})`}>
      {words}
    </Link>
  )
}

/** A, R and X open an act, which still asks; J and K move along the queue. */
function useDecisionKeys(possible: readonly Action[], { nextHref, previousHref }: Queue): void {
  const { open, panel } = useDecision()
  const router = useRouter()
  useEffect(() => {
    const acts = { a: 'approve', r: 'return', x: 'refuse' } as const
    const listen = (event: KeyboardEvent) => {
      if (!isFreeKey(event)) return
      const key = event.key.toLowerCase()
      if (panel !== null || document.querySelector('[role="dialog"]')) return
      if (key === 'a' || key === 'r' || key === 'x') {
        if (!possible.includes(acts[key])) return
        event.preventDefault()
        open(acts[key])
      } else if (key === 'j' && nextHref) router.push(nextHref)
      else if (key === 'k' && previousHref) router.push(previousHref)
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [possible, nextHref, previousHref, open, panel, router])
}
