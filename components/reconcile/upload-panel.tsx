'use client'

import { useRouter } from 'next/navigation'
import { useFormatter, useTranslations } from 'next-intl'
import { useState } from 'react'
import { sendFile } from '@/components/contract/attachments/send-file'
import { ProblemNotice } from '@/components/contract/problem-notice'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { FilePick } from '@/components/ui/file-drop'
import { Notice } from '@/components/ui/notice'
import { Panel } from '@/components/ui/panel'
import { TextInput } from '@/components/ui/text-input'
import type { ProblemDetail } from '@/lib/domain/problems'
import { MOST_ROWS, periodSchema } from '@/lib/domain/reconcile/period'
import type { Unknown } from '@/lib/domain/result'
import { routes } from '@/lib/routes'

/** Takes the national system's file of a period and leads to what came of it. */
export function UploadPanel({ begun, most }: { begun: string; most: number }) {
  const t = useTranslations('reconcile')
  const format = useFormatter()
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
        <FilePick
          choose={setFile}
          error={tried && !file && t('fileMissing')}
          file={file}
          help={t('fileHint', { most, rows: format.number(MOST_ROWS) })}
          label={t('file')}
        />
        <div>
          <Button kind="primary" onClick={send} pending={sending}>
            {t('send')}
          </Button>
        </div>
      </div>
    </Panel>
  )
}
