'use client'

import { useRouter } from 'next/navigation'
import { useLocale, useTranslations } from 'next-intl'
import { useState, useTransition } from 'react'
import { Button, type ButtonKind, LinkButton } from '@/components/ui/button'
import { ConfirmDialog } from '@/components/ui/dialog'
import { toast } from '@/components/ui/toast'
import { type Action, actions as actionWords } from '@/lib/domain/contract/lifecycle'
import type { ContractView } from '@/lib/domain/contract/view'
import { problemWords } from '@/lib/domain/problem-words'
import type { ProblemDetail } from '@/lib/domain/problems'
import type { Result, Unknown } from '@/lib/domain/result'
import { say } from '@/lib/domain/words'
import { routes } from '@/lib/routes'
import { ProblemNotice } from './problem-notice'

type Act = (input: { id: string; revision: number }) => Promise<Result<unknown>>

/** What can be done with a contract now; what only the reader themselves stands in the way of is named with its reason. */
export function ActionBar({
  contract: { id, revision, may, barred, mayAsk },
  acts,
  mayCopy,
}: {
  contract: Pick<ContractView, 'id' | 'revision' | 'may' | 'barred' | 'mayAsk'>
  acts: { withdraw: Act; discard: Act }
  /** May begin a new contract from this one. */
  mayCopy: boolean
}) {
  const t = useTranslations('contracts')
  const decides = may.includes('approve') || may.includes('return')
  return (
    <div className="grid justify-items-end gap-2">
      <div className="flex flex-wrap justify-end gap-2">
        {may.includes('discard') && (
          <Confirmed act={acts.discard} action="discard" id={id} kind="danger" revision={revision} />
        )}
        {may.includes('withdraw') && (
          <Confirmed act={acts.withdraw} action="withdraw" id={id} kind="primary" revision={revision} />
        )}
        {mayCopy && <LinkButton href={routes.newContract(id)}>{t('copy')}</LinkButton>}
        {mayAsk && (
          <LinkButton data-command="request.new" href={routes.newRequest(id)}>
            {t('askAfter')}
          </LinkButton>
        )}
        {may.includes('save') && <LinkButton href={routes.editContract(id)}>{t('edit')}</LinkButton>}
        {may.includes('submit') && (
          <LinkButton href={routes.checkContract(id)} kind="primary">
            {t('checkAndSubmit')}
          </LinkButton>
        )}
        {decides && (
          <LinkButton href={routes.approval(id)} kind="primary">
            {t('decide')}
          </LinkButton>
        )}
      </div>
      <Barred barred={barred} />
    </div>
  )
}

/** One sentence for each reason, naming the acts it bars. */
function Barred({ barred }: Pick<ContractView, 'barred'>) {
  const locale = useLocale()
  const t = useTranslations('contracts')
  const byCode = new Map<string, { problem: ProblemDetail; acts: Action[] }>()
  for (const { action, problem } of barred) {
    const known = byCode.get(problem.code)
    if (known) known.acts.push(action)
    else byCode.set(problem.code, { problem, acts: [action] })
  }
  return [...byCode.values()].map(({ problem, acts }) => (
    <p className="max-w-md text-right text-sm text-soft" key={problem.code}>
      <span className="font-medium">
        {acts.map((action) => say(actionWords[action], locale)).join(t('listComma'))}
      </span>
      {t('colon')}
      {say(problemWords(problem), locale)}
    </p>
  ))
}

function Confirmed({
  action,
  act,
  id,
  revision,
  kind,
}: {
  action: 'withdraw' | 'discard'
  act: Act
  id: string
  revision: number
  kind: ButtonKind
}) {
  const t = useTranslations('contracts')
  const router = useRouter()
  const [open, setOpen] = useState(false)
  const [problem, setProblem] = useState<ProblemDetail | Unknown | null>(null)
  const [pending, start] = useTransition()
  const confirm = () =>
    start(async () => {
      const result = await act({ id, revision })
      if (!result.ok) {
        setProblem(result.problem)
        return
      }
      setOpen(false)
      toast(t(`${action}Done`))
      router.refresh()
    })
  return (
    <ConfirmDialog
      confirmLabel={t(action)}
      description={t(`${action}Explained`)}
      kind={kind}
      onConfirm={confirm}
      onOpenChange={(next) => {
        setOpen(next)
        setProblem(null)
      }}
      open={open}
      pending={pending}
      title={t(`${action}Question`)}
      trigger={<Button>{t(action)}</Button>}
    >
      {problem && <ProblemNotice problem={problem} />}
    </ConfirmDialog>
  )
}
