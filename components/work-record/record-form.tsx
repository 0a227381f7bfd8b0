'use client'

import { useRouter } from 'next/navigation'
import { useLocale, useTranslations } from 'next-intl'
import { useDeferredValue, useMemo, useState } from 'react'
import { FormProvider, useForm, useWatch } from 'react-hook-form'
import {
  controlId,
  type EntryFindings,
  FindingsContext,
  OpenListsContext,
} from '@/components/contract/form/entry-context'
import { FieldRow } from '@/components/contract/form/field-row'
import { readFields, typedFields } from '@/components/contract/form/typed'
import { useLeft } from '@/components/contract/form/use-left'
import { isWide } from '@/components/contract/form/widgets'
import { ProblemNotice } from '@/components/contract/problem-notice'
import { Button, LinkButton } from '@/components/ui/button'
import { ErrorSummary } from '@/components/ui/error-summary'
import { LeaveGuard } from '@/components/ui/leave-guard'
import { Panel } from '@/components/ui/panel'
import { toast } from '@/components/ui/toast'
import type { Finding } from '@/lib/domain/contract/check'
import { toWire } from '@/lib/domain/contract/kinds'
import type { OpenLists } from '@/lib/domain/contract/open-lists'
import type { ProblemDetail } from '@/lib/domain/problems'
import type { Result, Unknown } from '@/lib/domain/result'
import { say } from '@/lib/domain/words'
import { kindOf, type WorkKindName } from '@/lib/domain/work-records/kinds'
import { checkRecord, type RecordContent } from '@/lib/domain/work-records/record'
import { routes } from '@/lib/routes'

type Boxes = Record<string, unknown>

export interface RecordFormActions {
  save: (input: Record<string, unknown>) => Promise<Result<{ id: string; revision: number }>>
  submit: (input: { ids: string[] }) => Promise<Result<unknown>>
}

/** A record as it is entered or mended: drawn from the register's fields, saved as a draft, handed in when in order. */
export function RecordForm({
  kind,
  record,
  today,
  lists = {},
  actions,
}: {
  kind: WorkKindName
  /** Null begins a new one. */
  record: { id: string; revision: number; wire: unknown } | null
  /** Asia/Shanghai. */
  today: string
  lists?: OpenLists
  actions: RecordFormActions
}) {
  const t = useTranslations('workRecords')
  const locale = useLocale()
  const router = useRouter()
  const { fields } = kindOf(kind)
  const [seen, setSeen] = useState(record)
  const form = useForm<Boxes>({ defaultValues: typedFields(fields, (record?.wire ?? {}) as Boxes) })
  const boxes = useDeferredValue(useWatch({ control: form.control }) as Boxes)
  const errors = useMemo(() => findingsOf(kind, boxes, today), [kind, boxes, today])
  const left = useLeft()
  const [attempt, setAttempt] = useState(0)
  const [problem, setProblem] = useState<ProblemDetail | Unknown | null>(null)
  const [sending, setSending] = useState<'save' | 'submit' | null>(null)

  const context = useMemo(
    (): EntryFindings => ({
      content: {},
      at: (path) => errors.filter((one) => one.path === path && left.mayShow(path)),
      wrongUnder: () => false,
      askedAt: () => [],
      changed: left.changed,
      left: left.leave,
      explanations: {},
      explain: () => {},
    }),
    [errors, left],
  )

  /** Saves what stands in the boxes now; null where it could not be. */
  const save = async (): Promise<{ id: string; revision: number } | null> => {
    const { content, unreadable } = readFields(fields, form.getValues())
    if (unreadable.length > 0) {
      left.showAll()
      setAttempt((last) => last + 1)
      return null
    }
    const answer = await actions
      .save({ kind, content: toWire(content), ...(seen && { id: seen.id, revision: seen.revision }) })
      .catch(() => null)
    if (!answer?.ok) {
      setProblem(answer?.problem ?? { code: 'unavailable' })
      return null
    }
    form.reset(form.getValues())
    setSeen({ ...answer.value, wire: null })
    return answer.value
  }
  const run = async (what: 'save' | 'submit') => {
    if (sending) return
    setProblem(null)
    if (what === 'submit') {
      left.showAll()
      setAttempt((last) => last + 1)
      if (findingsOf(kind, form.getValues(), today).length > 0) return
    }
    setSending(what)
    const saved = await save()
    const handed =
      saved && what === 'submit' ? await actions.submit({ ids: [saved.id] }).catch(() => null) : saved
    setSending(null)
    if (!saved) return
    if (handed && 'ok' in handed && !handed.ok) return setProblem(handed.problem)
    toast(t(what === 'submit' ? 'done.submit' : 'saved'))
    router.push(routes.work.record(kind, saved.id))
    router.refresh()
  }
  const shown = attempt > 0 ? errors : []
  return (
    <FindingsContext value={context}>
      <FormProvider {...form}>
        <LeaveGuard
          confirmLabel={t('leave')}
          description={t('leaveText')}
          title={t('leaveTitle')}
          when={form.formState.isDirty && sending === null}
        />
        <form
          aria-label={t('form')}
          className="grid gap-5"
          noValidate
          onSubmit={(event) => {
            event.preventDefault()
            run('save')
          }}
        >
          <ErrorSummary
            attempt={attempt}
            errors={shown.map(({ path, message }) => ({
              fieldId: controlId(path),
              message: say(message, locale),
            }))}
            title={t('wrong', { count: shown.length })}
          />
          <ProblemNotice
            actions={
              problem?.code === 'record-exists' ? (
                <LinkButton href={routes.work.record(kind, problem.id)}>{t('toOther')}</LinkButton>
              ) : (
                problem?.code === 'conflict' && (
                  <Button onClick={() => location.reload()}>{t('reload')}</Button>
                )
              )
            }
            problem={problem}
          />
          <Panel>
            <OpenListsContext value={lists}>
              <div className="grid gap-x-8 gap-y-5 lg:grid-cols-2">
                {Object.entries(fields).map(([name, spec]) => (
                  <div className={isWide(spec) ? 'lg:col-span-2' : undefined} key={name}>
                    <FieldRow path={name} spec={spec} />
                  </div>
                ))}
              </div>
            </OpenListsContext>
          </Panel>
          <div className="flex flex-wrap gap-2">
            <Button kind="primary" onClick={() => run('submit')} pending={sending === 'submit'}>
              {t('formSubmit')}
            </Button>
            <Button pending={sending === 'save'} type="submit">
              {t('formSave')}
            </Button>
          </div>
        </form>
      </FormProvider>
    </FindingsContext>
  )
}

/** What can't be read, then what is missing or breaks a rule. */
function findingsOf(kind: WorkKindName, boxes: Boxes, today: string): Finding[] {
  const { content, unreadable } = readFields(kindOf(kind).fields, boxes)
  const typed = unreadable.map(
    ({ path, message }): Finding => ({ rule: 'dictionary', severity: 'error', path, message, source: '' }),
  )
  const paths = new Set(typed.map(({ path }) => path))
  return [
    ...typed,
    ...checkRecord(kind, content as RecordContent, today).filter(({ path }) => !paths.has(path)),
  ]
}
