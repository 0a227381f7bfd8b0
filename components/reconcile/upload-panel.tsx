'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { sendFile } from '@/components/contract/attachments/send-file'
import { ProblemNotice } from '@/components/contract/problem-notice'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Notice } from '@/components/ui/notice'
import { Panel } from '@/components/ui/panel'
import { TextInput } from '@/components/ui/text-input'
import type { ProblemDetail } from '@/lib/domain/problems'
import { periodSchema } from '@/lib/domain/reconcile/period'
import type { Unknown } from '@/lib/domain/result'
import { routes } from '@/lib/routes'

/** Takes the national system's file of a period and leads to what came of it. */
export function UploadPanel({ begun, most }: { begun: string; most: number }) {
  const t = useTranslations('reconcile')
  const router = useRouter()
  const [period, setPeriod] = useState(begun)
  const [file, setFile] = useState<File | null>(null)
  const [tried, setTried] = useState(false)
  const [sending, setSending] = useState(false)
  const [problem, setProblem] = useState<ProblemDetail | Unknown | null>(null)
  const [lost, setLost] = useState(false)
  const read = periodSchema.safeParse(period.trim())
  const send = async () => {
    setTried(true)
    if (!file || !read.success || sending) return
    setSending(true)
    setProblem(null)
    setLost(false)
    const sent = await sendFile<{ id: string }>(routes.reconcileFile(read.data), '', file, () => {}).sent
    setSending(false)
    if (sent.ok) router.push(routes.reconciliation(sent.file.id))
    else if ('problem' in sent) setProblem(sent.problem)
    else setLost(true)
  }
  return (
    <Panel title={t('upload')}>
      <div className="grid gap-4">
        <ProblemNotice problem={problem} />
        {lost && (
          <Notice kind="danger" live>
            {t('offline')}
          </Notice>
        )}
        <div className="flex flex-wrap items-start gap-x-6 gap-y-4">
          <Field
            error={tried && !read.success && t('periodMissing')}
            hint={t('periodHint')}
            id="period"
            label={t('period')}
            required
          >
            {(control) => (
              <TextInput
                {...control}
                className="w-40"
                inputMode="numeric"
                onChange={(event) => setPeriod(event.target.value)}
                value={period}
              />
            )}
          </Field>
          <Field
            error={tried && !file && t('fileMissing')}
            hint={t('fileHint', { most })}
            id="reconcile-file"
            label={t('file')}
            required
          >
            {(control) => (
              <input
                {...control}
                accept=".xlsx,.xlsm,.csv,.txt,.tsv"
                className="block w-full max-w-md text-sm file:mr-3 file:min-h-9 file:rounded-md file:border file:border-edge file:bg-sheet file:px-3"
                onChange={({ target }) => setFile(target.files?.[0] ?? null)}
                type="file"
              />
            )}
          </Field>
        </div>
        <div>
          <Button kind="primary" onClick={send} pending={sending}>
            {t('send')}
          </Button>
        </div>
      </div>
    </Panel>
  )
}
