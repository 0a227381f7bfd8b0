'use client'

import { useRouter } from 'next/navigation'
import { useLocale, useTranslations } from 'next-intl'
import { type KeyboardEvent, useMemo, useState } from 'react'
import { FormProvider } from 'react-hook-form'
import {
  type EntryFindings,
  type FieldActions,
  FieldActionsContext,
  FindingsContext,
  RowContext,
} from '@/components/contract/form/entry-context'
import { FieldRow } from '@/components/contract/form/field-row'
import { useLeft } from '@/components/contract/form/use-left'
import { ProblemNotice } from '@/components/contract/problem-notice'
import { Button, LinkButton } from '@/components/ui/button'
import { RadioGroup } from '@/components/ui/checkbox'
import { ErrorSummary } from '@/components/ui/error-summary'
import { Fieldset } from '@/components/ui/field'
import { LeaveGuard } from '@/components/ui/leave-guard'
import { Panel } from '@/components/ui/panel'
import { toast } from '@/components/ui/toast'
import { contentSchema } from '@/lib/domain/contract/content'
import type { ProblemDetail } from '@/lib/domain/problems'
import { kindOf, type RequestKind, requestKindNames, requestKinds } from '@/lib/domain/request/kinds'
import type { EvidenceFile } from '@/lib/domain/request/view'
import type { Result, Unknown } from '@/lib/domain/result'
import { say } from '@/lib/domain/words'
import { routes } from '@/lib/routes'
import { ChangesPanel } from './changes-panel'
import { EvidencePanel } from './evidence-panel'
import { GroundsPanel } from './grounds-panel'
import { LEAST_TEXT, openPoints } from './open-points'
import { PreviewPanel } from './preview-panel'
import type { AskPreview } from './use-preview'
import { useRequestForm } from './use-request-form'

export interface RequestActions extends FieldActions {
  preview: AskPreview
  ask: (input: Record<string, unknown>) => Promise<Result<{ id: string; number: string }>>
}

/** Asks for something to be done to a registered contract: what, why and on which papers; beside it what it would do. */
export function RequestForm({
  contract,
  begun,
  proposed = {},
  papers,
  most,
  actions,
}: {
  contract: { id: string; revision: number; content: unknown }
  begun: RequestKind | null
  /** Fields to begin with, as a file has them, in wire form. */
  proposed?: Record<string, unknown>
  /** Sent on an earlier visit and not yet filed with a request. */
  papers: readonly EvidenceFile[]
  most: number
  actions: RequestActions
}) {
  const t = useTranslations('requests')
  const locale = useLocale()
  const router = useRouter()
  const { id, revision, content } = contract
  const form = useRequestForm({ id, content, kind: begun, proposed, preview: actions.preview })
  const registered = useMemo(() => contentSchema.parse(content), [content])
  const left = useLeft()
  const [evidence, setEvidence] = useState(papers)
  const [attempt, setAttempt] = useState(0)
  const [problem, setProblem] = useState<ProblemDetail | Unknown | null>(null)
  const [sending, setSending] = useState<'no' | 'now' | 'done'>('no')
  const { kind, errors } = form
  const open = openPoints(form, evidence.length, locale, (point) => t(`form.${point}`, { least: LEAST_TEXT }))
  const tried = attempt > 0

  const context = useMemo(
    (): EntryFindings => ({
      content: form.content,
      at: (path) => errors.filter((one) => one.path === path && left.mayShow(path)),
      wrongUnder: (path) => errors.some((one) => one.path.startsWith(`${path}.`) && left.mayShow(one.path)),
      askedAt: () => [],
      changed: left.changed,
      left: left.leave,
      explanations: {},
      explain: () => {},
    }),
    [form.content, errors, left],
  )

  const ask = async () => {
    if (sending !== 'no' || form.composing) return
    setAttempt((last) => last + 1)
    setProblem(null)
    left.showAll()
    if (open.length > 0 || kind === null) return
    setSending('now')
    const { reason, text, patch, changes } = form
    const answer = await actions
      .ask({ id, revision, kind, reason, text: text.trim(), ...(changes && { patch: patch() }) })
      .catch(() => null)
    if (answer?.ok) {
      setSending('done')
      toast(t('done.ask', { number: answer.value.number }))
      router.push(routes.request(answer.value.id))
      return
    }
    setSending('no')
    setProblem(answer?.problem ?? { code: 'unavailable' })
  }

  return (
    <RowContext value={FieldRow}>
      <FieldActionsContext value={actions}>
        <FindingsContext value={context}>
          <FormProvider {...form.form}>
            <LeaveGuard
              confirmLabel={t('leave.confirm')}
              description={t('leave.text')}
              title={t('leave.title')}
              when={form.isDirty && sending !== 'done'}
            />
            <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_minmax(20rem,24rem)]">
              <form
                aria-label={t('form.title')}
                className="grid min-w-0 gap-5"
                onCompositionEnd={() => form.compose(false)}
                onCompositionStart={() => form.compose(true)}
                onKeyDown={(event) => isAsk(event) && ask()}
                onSubmit={(event) => event.preventDefault()}
              >
                <ErrorSummary
                  attempt={attempt}
                  errors={tried ? open : []}
                  title={t('form.refusedFields', { count: open.length })}
                />
                <Refusal problem={problem} />
                <Panel>
                  <Fieldset
                    error={tried && kind === null && t('form.chooseKind')}
                    id="request-kind"
                    label={t('form.what')}
                    required
                  >
                    <RadioGroup
                      choices={requestKindNames.map((one) => ({
                        value: one,
                        label: say(requestKinds[one].words, locale),
                        detail: say(requestKinds[one].help, locale),
                      }))}
                      name="kind"
                      onChange={(one) => form.choose(one as RequestKind)}
                      value={kind ?? ''}
                    />
                  </Fieldset>
                </Panel>
                {kind !== null && (
                  <>
                    {form.changes && (
                      <ChangesPanel
                        form={form}
                        kind={kind}
                        missing={tried && form.chosen.length === 0}
                        registered={registered}
                      />
                    )}
                    <GroundsPanel form={form} kind={kind} tried={tried} />
                    <EvidencePanel
                      change={setEvidence}
                      contract={id}
                      files={evidence}
                      missing={tried && kindOf(kind).evidence && evidence.length === 0}
                      most={most}
                      required={kindOf(kind).evidence}
                    />
                  </>
                )}
                <div className="flex flex-wrap items-center gap-3">
                  <Button kind="primary" onClick={ask} pending={sending !== 'no'}>
                    {t('form.ask')}
                  </Button>
                  <span className="text-sm text-faint max-sm:hidden">{t('form.askHint')}</span>
                </div>
              </form>
              <div className="min-w-0 lg:sticky lg:top-[calc(var(--spacing-bar)+1.5rem)] lg:max-h-[calc(100dvh-var(--spacing-bar)-3rem)] lg:overflow-y-auto">
                <PreviewPanel form={form} />
              </div>
            </div>
          </FormProvider>
        </FindingsContext>
      </FieldActionsContext>
    </RowContext>
  )
}

/** Ctrl+Enter, unless an input method takes the Enter for itself. */
function isAsk(event: KeyboardEvent): boolean {
  if (event.nativeEvent.isComposing || event.keyCode === 229) return false
  return event.key === 'Enter' && (event.ctrlKey || event.metaKey)
}

/** Why the server did not take it, with the way on where there is one. */
function Refusal({ problem }: { problem: ProblemDetail | Unknown | null }) {
  const t = useTranslations('requests.form')
  return (
    <ProblemNotice
      actions={
        problem?.code === 'request-open' ? (
          <LinkButton href={routes.request(problem.id)}>{t('toOpen')}</LinkButton>
        ) : (
          problem?.code === 'conflict' && <Button onClick={() => location.reload()}>{t('reload')}</Button>
        )
      }
      problem={problem}
    />
  )
}
