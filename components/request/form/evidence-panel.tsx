'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useRef, useState } from 'react'
import { fileSize } from '@/components/contract/attachments/file-size'
import { removeFile } from '@/components/contract/attachments/send-file'
import { UploadRow } from '@/components/contract/attachments/upload-row'
import { useUploads } from '@/components/contract/attachments/use-uploads'
import { Button, TextLink } from '@/components/ui/button'
import { FieldError, Fieldset } from '@/components/ui/field'
import { Icon } from '@/components/ui/icon'
import { Panel } from '@/components/ui/panel'
import { toast } from '@/components/ui/toast'
import { useDrop } from '@/components/ui/use-drop'
import { acceptedFiles } from '@/lib/domain/attachments/files'
import { problemWords } from '@/lib/domain/problem-words'
import type { EvidenceFile } from '@/lib/domain/request/view'
import { say } from '@/lib/domain/words'
import { routes } from '@/lib/routes'

/** The papers that go with the request; they wait on the server until it is made. */
export function EvidencePanel({
  contract,
  files,
  change,
  most,
  required,
  missing,
}: {
  contract: string
  files: readonly EvidenceFile[]
  change: (next: (files: readonly EvidenceFile[]) => readonly EvidenceFile[]) => void
  /** Megabytes. */
  most: number
  required: boolean
  /** Asked without a paper where one is needed. */
  missing: boolean
}) {
  const t = useTranslations('requests.form')
  const words = useTranslations('attachments')
  const locale = useLocale()
  const input = useRef<HTMLInputElement>(null)
  const [said, setSaid] = useState('')
  const uploads = useUploads<EvidenceFile>(routes.contractEvidence(contract), most, (file) => {
    // The same paper sent twice is one.
    change((all) => [...all.filter(({ id }) => id !== file.id), file])
    setSaid(words('uploaded', { name: file.fileName }))
  })
  const add = (chosen: Iterable<File>) => uploads.add('', chosen)
  const { over, handlers } = useDrop(add)
  const remove = async ({ id, fileName: name }: EvidenceFile) => {
    const problem = await removeFile(routes.evidence(id))
    if (problem) {
      toast(problem === 'network' ? words('offline') : say(problemWords(problem), locale), 'danger')
      return
    }
    change((all) => all.filter((one) => one.id !== id))
    setSaid(words('removed', { name }))
  }
  return (
    <Panel className={over ? 'outline-2 outline-jade outline-dashed' : undefined} id="papers">
      <div {...handlers}>
        <Fieldset
          hint={t(required ? 'evidenceRequired' : 'evidenceOptional')}
          id="request-evidence"
          label={t('evidence')}
          required={required}
        >
          <FieldError id="request-evidence">{missing && t('evidenceMissing')}</FieldError>
          <ul className="divide-y divide-line">
            {files.map((file) => (
              <li className="flex items-start gap-2 py-1.5" key={file.id}>
                <Icon className="mt-1 size-4 text-faint" name="file" />
                <div className="min-w-0 flex-1">
                  <TextLink
                    className="break-all"
                    href={routes.evidence(file.id)}
                    rel="noreferrer"
                    target="_blank"
                  >
                    {file.fileName}
                  </TextLink>
                  <p className="text-sm text-faint">{fileSize(file.size)}</p>
                </div>
                <Button
                  aria-label={words('removeFile', { name: file.fileName })}
                  kind="quiet"
                  onClick={() => remove(file)}
                  size="small"
                >
                  {words('remove')}
                </Button>
              </li>
            ))}
            {uploads.uploads.map((upload) => (
              <UploadRow
                dismiss={() => uploads.dismiss(upload.key)}
                key={upload.key}
                retry={() => uploads.retry(upload)}
                stop={() => uploads.stop(upload.key)}
                upload={upload}
              />
            ))}
          </ul>
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <Button icon="arrowUp" onClick={() => input.current?.click()} size="small">
              {words('upload')}
            </Button>
            <span className="text-sm text-faint">{words('limits', { most })}</span>
            <input
              accept={acceptedFiles}
              aria-label={t('evidence')}
              hidden
              multiple
              onChange={({ target }) => {
                add([...(target.files ?? [])])
                target.value = ''
              }}
              ref={input}
              type="file"
            />
          </div>
          <p aria-live="polite" className="sr-only">
            {said}
          </p>
        </Fieldset>
      </div>
    </Panel>
  )
}
