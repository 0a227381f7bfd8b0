'use client'

import { useRouter } from 'next/navigation'
import { useLocale, useTranslations } from 'next-intl'
import { type ReactNode, useState } from 'react'
import { Select } from '@/components/ui/select'
import { toast } from '@/components/ui/toast'
import type { ListedFile } from '@/lib/domain/attachments/files'
import type { Paper } from '@/lib/domain/attachments/papers'
import { codeList } from '@/lib/domain/contract/code-lists'
import { problemWords } from '@/lib/domain/problem-words'
import { say } from '@/lib/domain/words'
import { routes } from '@/lib/routes'
import { PaperRow } from './attachments/paper-row'
import { removeFile } from './attachments/send-file'
import { useUploads } from './attachments/use-uploads'

/**
 * The files of a contract by kind of paper: what is called for stands first, also while it is missing. With `most`
 * (megabytes) files can be added and taken off; the page is then asked anew, so that its checks know of them.
 */
export function AttachmentPanel({
  contract,
  files,
  papers,
  most,
  notes,
}: {
  contract: string
  files: readonly ListedFile[]
  papers: readonly Paper[]
  most?: number
  /** What is to be said of a kind: a finding, a reason for return. */
  notes?: (kind: string) => ReactNode
}) {
  const t = useTranslations('attachments')
  const locale = useLocale()
  const router = useRouter()
  const [arrived, setArrived] = useState<readonly ListedFile[]>([])
  const [gone, setGone] = useState<readonly string[]>([])
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [said, setSaid] = useState('')
  const known = new Set(files.map(({ id }) => id))
  const present = [...files, ...arrived.filter(({ id }) => !known.has(id))].filter(
    ({ id }) => !gone.includes(id),
  )

  const uploads = useUploads<ListedFile>(routes.contractAttachments(contract), most ?? 0, (file) => {
    setArrived((all) => [...all, file])
    setSaid(t('uploaded', { name: file.fileName }))
    router.refresh()
  })

  const remove = async ({ id, fileName: name }: ListedFile) => {
    const problem = await removeFile(routes.contractAttachment(contract, id))
    if (problem) {
      toast(problem === 'network' ? t('offline') : say(problemWords(problem), locale), 'danger')
      return
    }
    setGone((all) => [...all, id])
    setSaid(t('removed', { name }))
    router.refresh()
  }

  const listed = new Set([
    ...papers.map(({ kind }) => kind),
    ...chosen,
    ...present.map(({ kind }) => kind),
    ...uploads.uploads.map(({ kind }) => kind),
  ])
  const rest = codeList('attachmentKind').filter(({ code }) => !listed.has(code))
  return (
    <div className="grid gap-3">
      {most !== undefined && <p className="text-sm text-faint">{t('limits', { most })}</p>}
      <ul className="divide-y divide-line border-y border-line">
        {[...listed].map((kind) => (
          <PaperRow
            add={most === undefined ? undefined : (chosenFiles) => uploads.add(kind, chosenFiles)}
            contract={contract}
            files={present.filter((file) => file.kind === kind)}
            key={kind}
            kind={kind}
            need={papers.find((paper) => paper.kind === kind)?.need}
            note={notes?.(kind)}
            remove={most === undefined ? undefined : remove}
            uploads={{ ...uploads, uploads: uploads.uploads.filter((upload) => upload.kind === kind) }}
          />
        ))}
      </ul>
      {most !== undefined && rest.length > 0 && (
        <Select
          aria-label={t('otherKind')}
          choices={rest.map((kind) => ({ value: kind.code, label: say(kind.words, locale) }))}
          className="max-w-md"
          onChange={({ target }) => setChosen((all) => [...all, target.value])}
          placeholder={t('other')}
          value=""
        />
      )}
      <p aria-live="polite" className="sr-only">
        {said}
      </p>
    </div>
  )
}
