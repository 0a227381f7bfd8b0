'use client'

import { useRouter } from 'next/navigation'
import { useLocale, useTranslations } from 'next-intl'
import { type ReactNode, useState } from 'react'
import { sendFile } from '@/components/contract/attachments/send-file'
import { ProblemNotice } from '@/components/contract/problem-notice'
import { Button } from '@/components/ui/button'
import { FilePick } from '@/components/ui/file-drop'
import { Notice } from '@/components/ui/notice'
import { Panel } from '@/components/ui/panel'
import { Table, Td, Th, Tr } from '@/components/ui/table'
import type { ProblemDetail } from '@/lib/domain/problems'
import type { Unknown } from '@/lib/domain/result'
import { say } from '@/lib/domain/words'
import type { RowIssue } from '@/lib/domain/work-records/import-rows'

/** What every import answers; how many were taken in is told in its own words. */
export interface ImportAnswer {
  counts: Record<string, number>
  issues: RowIssue[]
  ignored: string[]
}

/** As many mistakes as one mends in one go. */
const MOST_SHOWN = 50

/** Sends a workbook to an address that takes one, and tells row by row what became of it. */
export function FileImport({
  address,
  most,
  said,
  next,
}: {
  address: string
  /** Megabytes. */
  most: number
  said: 'resultRecords' | 'resultInflow'
  /** The way on when it is done. */
  next: ReactNode
}) {
  const t = useTranslations('workRecords')
  const router = useRouter()
  const [file, setFile] = useState<File | null>(null)
  const [tried, setTried] = useState(false)
  const [sending, setSending] = useState(false)
  const [problem, setProblem] = useState<ProblemDetail | Unknown | null>(null)
  const [lost, setLost] = useState(false)
  const [answer, setAnswer] = useState<ImportAnswer | null>(null)
  const send = async () => {
    setTried(true)
    if (!file || sending) return
    setSending(true)
    setProblem(null)
    setLost(false)
    setAnswer(null)
    const result = await sendFile<ImportAnswer>(address, '', file, () => {}).sent
    setSending(false)
    if (result.ok) {
      setAnswer(result.file)
      router.refresh()
    } else if ('problem' in result) setProblem(result.problem)
    else setLost(true)
  }
  return (
    <Panel>
      <div className="grid gap-4">
        <ProblemNotice problem={problem} />
        {lost && (
          <Notice kind="danger" live>
            {t('sendOffline')}
          </Notice>
        )}
        <FilePick
          accept=".xlsx,.csv"
          choose={setFile}
          error={tried && !file && t('chooseFile')}
          file={file}
          help={t('fileHint', { most })}
          label={t('file')}
        />
        <div>
          <Button kind="primary" onClick={send} pending={sending}>
            {t('send')}
          </Button>
        </div>
        {answer && <Answer answer={answer} next={next} said={said} />}
      </div>
    </Panel>
  )
}

function Answer({
  answer: { counts, issues, ignored },
  said,
  next,
}: {
  answer: ImportAnswer
  said: 'resultRecords' | 'resultInflow'
  next: ReactNode
}) {
  const t = useTranslations('workRecords')
  const locale = useLocale()
  return (
    <>
      <Notice actions={next} kind={issues.length > 0 ? 'warning' : 'success'} live title={t('resultTitle')}>
        <p>{t(said, counts as never)}</p>
        {ignored.length > 0 && (
          <p>{t('ignored', { columns: ignored.join(locale === 'en' ? ', ' : '、') })}</p>
        )}
        {issues.length > 0 && <p>{t('issues', { count: issues.length })}</p>}
      </Notice>
      {issues.length > 0 && (
        <Table caption={t('issues', { count: issues.length })}>
          <thead>
            <tr>
              <Th numeric>{t('issueRow')}</Th>
              <Th>{t('issueColumn')}</Th>
              <Th>{t('issueReason')}</Th>
            </tr>
          </thead>
          <tbody>
            {issues.slice(0, MOST_SHOWN).map(({ row, column, message }) => (
              <Tr key={`${row} ${column?.zh} ${message.zh}`}>
                <Td label={t('issueRow')} numeric>
                  {row}
                </Td>
                <Td label={t('issueColumn')}>{column ? say(column, locale) : t('wholeRow')}</Td>
                <Td label={t('issueReason')}>{say(message, locale)}</Td>
              </Tr>
            ))}
          </tbody>
        </Table>
      )}
      {issues.length > MOST_SHOWN && (
        <p className="text-sm text-soft">{t('moreIssues', { count: issues.length - MOST_SHOWN })}</p>
      )}
    </>
  )
}
