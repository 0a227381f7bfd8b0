'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { MovesTables } from '@/components/statistics/moves-tables'
import { Button } from '@/components/ui/button'
import { toast } from '@/components/ui/toast'
import type { Step } from '@/components/ui/use-step'
import { amends, type RequestAction, requestActions } from '@/lib/domain/request/kinds'
import type { RequestView } from '@/lib/domain/request/view'
import { say } from '@/lib/domain/words'
import { StepDialog, type StepForm } from './step-dialog'

/** From the least to the weightiest, which stands at the edge. */
const inBar: readonly RequestAction[] = ['take-back', 'serve', 'state', 'decline', 'grant']

/** What the reader may do with a request, at the foot of its page; each act asks once more. */
export function RequestActs({
  view,
  steps,
  today,
}: {
  view: Pick<RequestView, 'id' | 'kind' | 'status' | 'large' | 'may' | 'ahead' | 'served'> & {
    registeredOn: string
  }
  steps: Record<RequestAction, Step>
  /** Asia/Shanghai. */
  today: string
}) {
  const t = useTranslations('requests')
  const locale = useLocale()
  const [open, setOpen] = useState<RequestAction | null>(null)
  const forms = useForms(view)
  if (view.may.length === 0) return null
  const said = (action: RequestAction, value: unknown) => {
    const endorsed = (value as { status?: string }).status === 'endorsed'
    toast(t(endorsed ? 'done.endorse' : `done.${action}`))
  }
  return (
    <section
      aria-label={t('acts')}
      className="sticky bottom-14 z-20 -mx-4 mt-6 flex flex-wrap justify-end gap-2 border-t border-line bg-paper px-4 py-2.5 max-sm:*:flex-1 sm:bottom-0 sm:-mx-6 sm:px-6 print:hidden"
    >
      {inBar
        .filter((action) => view.may.includes(action))
        .map((action) => (
          <Button key={action} kind={forms[action].kind} onClick={() => setOpen(action)}>
            {say(requestActions[action].words, locale)}
          </Button>
        ))}
      {open && (
        <StepDialog
          action={open}
          close={() => setOpen(null)}
          done={(value) => said(open, value)}
          form={forms[open]}
          id={view.id}
          key={open}
          step={steps[open]}
          today={today}
        />
      )}
    </section>
  )
}

/** What each act asks and says it will do. */
function useForms({
  kind,
  status,
  large,
  ahead,
  served,
  registeredOn,
}: Parameters<typeof RequestActs>[0]['view']): Record<RequestAction, StepForm> {
  const t = useTranslations('requests')
  const locale = useLocale()
  const confirm = (action: RequestAction) => say(requestActions[action].words, locale)
  const first = large && status === 'asked'
  const grounds = kind === 'revoke'
  return {
    'take-back': {
      title: t('takeBack.title'),
      description: t('takeBack.help'),
      confirm: confirm('take-back'),
      kind: 'secondary',
    },
    serve: {
      title: t('serve.title'),
      description: t('serve.help'),
      confirm: confirm('serve'),
      kind: 'secondary',
      day: { label: t('serve.day'), from: registeredOn },
      text: { label: t('serve.text'), hint: t('serve.hint'), least: 4, most: 2000 },
    },
    state: {
      title: t('state.title'),
      description: t('state.help'),
      confirm: confirm('state'),
      kind: 'secondary',
      day: { label: t('state.day'), from: served?.on ?? registeredOn },
      text: { label: t('state.text'), hint: t('state.hint'), least: 0, most: 4000 },
    },
    decline: {
      title: t('decline.title'),
      description: t('decline.help'),
      confirm: confirm('decline'),
      kind: 'secondary',
      text: { label: t('decline.text'), hint: t('decline.hint'), least: 4, most: 2000 },
    },
    grant: {
      title: t(first ? 'grant.firstTitle' : 'grant.title', { kind }),
      description: first ? t('grant.first') : t('grant.help', { kind }),
      confirm: first ? t('grant.firstConfirm') : confirm('grant'),
      kind: amends(kind) ? 'primary' : 'danger',
      // The first approver's words would be nobody's: the decision is the second one's.
      ...(!first && {
        text: {
          label: t(grounds ? 'grant.grounds' : 'grant.text'),
          ...(grounds && { hint: t('grant.groundsHint') }),
          least: grounds ? 4 : 0,
          most: 2000,
        },
      }),
      children: ahead && (
        <div>
          <h3 className="text-base">{t('figuresAhead')}</h3>
          <MovesTables moves={{ ...ahead, corps: [] }} />
        </div>
      ),
    },
  }
}
