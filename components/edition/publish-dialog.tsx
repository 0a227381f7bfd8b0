'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useState, useTransition } from 'react'
import { ProblemNotice } from '@/components/contract/problem-notice'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Icon } from '@/components/ui/icon'
import { toast } from '@/components/ui/toast'
import { type Step, useStep } from '@/components/ui/use-step'
import { type Failure, type IdentityName, identities, identityNames } from '@/lib/domain/edition/failure'
import type { ProblemDetail } from '@/lib/domain/problems'
import type { Unknown } from '@/lib/domain/result'
import { say } from '@/lib/domain/words'

export interface Publishing {
  check: Step<{ failures: Failure[] }>
  publish: Step
}

/** Lists what has to hold, checked anew each time it is opened; publishes once all of it does. */
export function PublishDialog({ check, publish, input }: Publishing & { input: unknown }) {
  const t = useTranslations('edition.publish')
  const act = useTranslations('edition.act')
  const [open, setOpen] = useState(false)
  const [failures, setFailures] = useState<readonly Failure[] | null>(null)
  const [refused, setRefused] = useState<ProblemDetail | Unknown | null>(null)
  const [checking, startCheck] = useTransition()
  const { run, problem, pending, forget } = useStep(publish, () => {
    toast(act('published'))
    setOpen(false)
  })
  const look = () =>
    startCheck(async () => {
      const result = await check(input)
      if (result.ok) setFailures(result.value.failures)
      else setRefused(result.problem)
    })
  const shown = problem?.code === 'report-fails' ? problem.failures : failures
  const ready = failures?.length === 0 && problem === null
  return (
    <Dialog
      footer={
        <Button disabled={!ready} kind="danger" onClick={() => run(input)} pending={pending}>
          {act('publish')}
        </Button>
      }
      onOpenChange={(next) => {
        if (pending) return
        setOpen(next)
        setFailures(null)
        setRefused(null)
        forget()
        if (next) look()
      }}
      open={open}
      title={t('title')}
      trigger={<Button kind="primary">{act('publish')}</Button>}
      wide
    >
      <div className="grid gap-3">
        <p>{t('help')}</p>
        {checking && <p role="status">{t('checking')}</p>}
        <ProblemNotice problem={problem ?? refused} />
        {shown && (
          <ul className="grid gap-2">
            {identityNames.map((name) => (
              <Identity failures={shown.filter(({ identity }) => identity === name)} key={name} name={name} />
            ))}
          </ul>
        )}
      </div>
    </Dialog>
  )
}

/** So many places of a failing identity are listed. */
const LISTED = 20

function Identity({ name, failures }: { name: IdentityName; failures: readonly Failure[] }) {
  const t = useTranslations('edition.publish')
  const locale = useLocale()
  const good = failures.length === 0
  // Names and what is asked of them, not a value against another.
  const plainly = name === 'signatures'
  return (
    <li>
      <p className={good ? undefined : 'font-semibold text-cinnabar'}>
        <Icon className="mr-2 inline size-4" name={good ? 'check' : 'cross'} />
        {say(identities[name], locale)}
        {good ? '' : ' · '}
        <span className={good ? 'sr-only' : undefined}>
          {good ? t('holds') : t('fails', { count: failures.length })}
        </span>
      </p>
      {!good && (
        <ul className="mt-1 ml-6 grid list-disc gap-1 pl-4 text-sm">
          {failures.slice(0, LISTED).map(({ where, found, expected }) => (
            <li key={`${where.zh} ${found?.zh} ${expected?.zh}`}>
              {[
                say(where, locale),
                found && (plainly ? say(found, locale) : t('found', { value: say(found, locale) })),
                expected &&
                  (plainly ? say(expected, locale) : t('expected', { value: say(expected, locale) })),
              ]
                .filter((one) => one !== null)
                .join(' · ')}
            </li>
          ))}
          {failures.length > LISTED && <li>{t('more', { count: failures.length - LISTED })}</li>}
        </ul>
      )}
    </li>
  )
}
