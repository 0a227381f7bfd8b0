'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useEffect } from 'react'
import { Panel } from '@/components/ui/panel'
import { Spinner } from '@/components/ui/spinner'
import type { Step } from '@/components/ui/use-step'
import { CancelDialog } from './cancel-dialog'
import type { OpenBatch } from './view'

const EVERY = 1000

/** How far the work is; the page asks again every second until it is over. */
export function Working({ batch, cancel }: { batch: OpenBatch; cancel: Step }) {
  const t = useTranslations('imports')
  const router = useRouter()
  const { id, status, counts, done } = batch
  useEffect(() => {
    const timer = setInterval(() => router.refresh(), EVERY)
    return () => clearInterval(timer)
  }, [router])
  const writing = status === 'writing'
  const all = counts.new
  const words = writing
    ? t('workingWriting', { done: counts.written + counts.met, all })
    : status === 'judging'
      ? t('workingJudging', { row: done })
      : status === 'asking'
        ? t('workingAsking', { row: done })
        : t('workingUndoing', { done: counts.undone })
  return (
    <Panel>
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
        <div className="grid min-w-0 flex-1 gap-1.5">
          <p className="flex items-center gap-2 font-medium" role="status">
            <Spinner />
            {words}
          </p>
          {writing && all > 0 && (
            <progress
              aria-label={words}
              className="h-2 w-full max-w-md appearance-none overflow-hidden rounded-sm bg-sunken [&::-moz-progress-bar]:bg-jade [&::-webkit-progress-bar]:bg-sunken [&::-webkit-progress-value]:bg-jade"
              max={all}
              value={counts.written + counts.met}
            />
          )}
          <p className="text-sm text-faint">{t('workingHelp')}</p>
        </div>
        {status !== 'undoing' && (
          <CancelDialog
            act={cancel}
            id={id}
            {...((status === 'writing' || status === 'asking') && { during: status })}
          />
        )}
      </div>
    </Panel>
  )
}
