'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { ProblemNotice } from '@/components/contract/problem-notice'
import { Button, LinkButton } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { FileLink } from '@/components/ui/file-link'
import { Panel } from '@/components/ui/panel'
import { type Step, useStep } from '@/components/ui/use-step'
import { routes } from '@/lib/routes'
import { CancelDialog } from './cancel-dialog'
import type { OpenBatch } from './view'

/** What can be done with a judged file. */
export function BatchActs({ batch, write, cancel }: { batch: OpenBatch; write: Step; cancel: Step }) {
  const t = useTranslations('imports')
  const { id, kind, counts, differing, hasFile } = batch
  const [apply, setApply] = useState(false)
  const { run, problem, pending } = useStep(write)
  const mayApply = kind === 'draft' && differing.drafts > 0
  const nothing = counts.new === 0 && !(mayApply && apply)
  return (
    <Panel>
      <div className="grid gap-4">
        <ProblemNotice problem={problem} />
        {mayApply && (
          <Checkbox
            checked={apply}
            detail={t('applyHelp')}
            label={t('apply', { count: differing.drafts })}
            onChange={(event) => setApply(event.target.checked)}
          />
        )}
        <div className="flex flex-wrap items-center gap-2">
          <Button
            disabled={nothing}
            kind="primary"
            onClick={() => run({ id, apply: mayApply && apply })}
            pending={pending}
          >
            {goWords()}
          </Button>
          {counts.bad > 0 && hasFile && <FileLink href={routes.importReturned(id)}>{t('returned')}</FileLink>}
          <LinkButton href={routes.importBatch(id, { match: 1 })} kind="quiet">
            {t('remap')}
          </LinkButton>
          <CancelDialog act={cancel} id={id} />
        </div>
        <p className="max-w-prose text-sm text-faint">
          {t(kind === 'draft' ? 'goHelpDraft' : 'goHelpRegistered')}
          {counts.bad > 0 && ` ${t('returnedHelp')}`}
        </p>
      </div>
    </Panel>
  )

  function goWords(): string {
    if (nothing) return t('goNothing')
    return counts.new === 0 ? t('goApply', { count: differing.drafts }) : t('go', { kind, count: counts.new })
  }
}
