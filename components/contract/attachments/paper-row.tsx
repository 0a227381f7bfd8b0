'use client'

import { useLocale, useTranslations } from 'next-intl'
import { type ReactNode, useId, useRef } from 'react'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { cx } from '@/components/ui/classes'
import { useDrop } from '@/components/ui/use-drop'
import { acceptedFiles, type ListedFile } from '@/lib/domain/attachments/files'
import type { Paper } from '@/lib/domain/attachments/papers'
import { codeWords } from '@/lib/domain/contract/code-lists'
import { say } from '@/lib/domain/words'
import { FileRow } from './file-row'
import { UploadRow } from './upload-row'
import type { useUploads } from './use-uploads'

/** One kind of paper: whether it is called for, its files, and the place to drop or choose another. */
export function PaperRow({
  contract,
  kind,
  need,
  files,
  uploads: { uploads, stop, retry, dismiss },
  add,
  remove,
  note,
}: {
  contract: string
  kind: string
  need: Paper['need'] | undefined
  files: readonly ListedFile[]
  uploads: ReturnType<typeof useUploads>
  add: ((files: Iterable<File>) => void) | undefined
  remove: ((file: ListedFile) => Promise<void>) | undefined
  note: ReactNode
}) {
  const t = useTranslations('attachments')
  const locale = useLocale()
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const words = say(codeWords('attachmentKind', kind), locale)
  const { over, handlers } = useDrop(add)
  const isEmpty = files.length === 0 && uploads.length === 0
  return (
    <li
      className={cx('grid gap-1 px-1 py-2.5', over && 'bg-jade-wash outline-2 outline-jade outline-dashed')}
      id={`paper-${kind}`}
      tabIndex={-1}
      {...handlers}
    >
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
        <p className="min-w-40 flex-1 font-medium" id={id}>
          {words}{' '}
          {need && (
            <Badge tone={need === 'required' && files.length === 0 ? 'waiting' : 'quiet'}>
              {t(need === 'required' ? 'required' : 'asked')}
            </Badge>
          )}
        </p>
        {add && (
          <>
            <Button
              aria-label={t('uploadFor', { kind: words })}
              icon="arrowUp"
              onClick={() => input.current?.click()}
              size="small"
            >
              {t('upload')}
            </Button>
            <input
              accept={acceptedFiles}
              aria-labelledby={id}
              hidden
              multiple
              onChange={({ target }) => {
                add([...(target.files ?? [])])
                target.value = ''
              }}
              ref={input}
              type="file"
            />
          </>
        )}
      </div>
      {over && <p className="text-sm text-jade">{t('drop', { kind: words })}</p>}
      {isEmpty && !over && <p className="text-sm text-faint">{t('none')}</p>}
      {!isEmpty && (
        <ul>
          {files.map((file) => (
            <FileRow contract={contract} file={file} key={file.id} remove={remove && (() => remove(file))} />
          ))}
          {uploads.map((upload) => (
            <UploadRow
              dismiss={() => dismiss(upload.key)}
              key={upload.key}
              retry={() => retry(upload)}
              stop={() => stop(upload.key)}
              upload={upload}
            />
          ))}
        </ul>
      )}
      {note}
    </li>
  )
}
