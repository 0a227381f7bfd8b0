'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useState, useSyncExternalStore } from 'react'
import { buttonClass } from '@/components/ui/button'
import { cx } from '@/components/ui/classes'
import { Icon } from '@/components/ui/icon'
import { EmptyState } from '@/components/ui/states'
import type { AttachedFile, ListedFile } from '@/lib/domain/attachments/files'
import { codeWords } from '@/lib/domain/contract/code-lists'
import { say } from '@/lib/domain/words'
import { routes, withQuery } from '@/lib/routes'
import { MetAgain } from './attachments/file-row'
import { PictureView } from './attachments/picture-view'

type Shown = AttachedFile & Partial<Pick<ListedFile, 'alsoOn' | 'alsoElsewhere'>>

/**
 * The files of a contract, one open beside what is being decided, the others one key away. `tall` fills the height of
 * the window; else it has a page's shape.
 */
export function AttachmentViewer({
  contract,
  files,
  tall = false,
}: {
  contract: string
  files: readonly Shown[]
  tall?: boolean
}) {
  const t = useTranslations('attachments')
  const locale = useLocale()
  const [openId, setOpenId] = useState(files[0]?.id)
  const open = files.find(({ id }) => id === openId) ?? files[0]
  if (!open) return <EmptyState title={t('viewerEmpty')}>{t('viewerEmptyText')}</EmptyState>
  const address = routes.contractAttachment(contract, open.id)
  return (
    <div className="grid">
      {files.length > 1 && (
        <ul aria-label={t('chooseFile')} className="flex flex-wrap gap-1 border-b border-line px-3 py-2">
          {files.map((file, index) => (
            <li key={file.id}>
              <button
                aria-pressed={file.id === open.id}
                className={cx(
                  'rounded-md px-2.5 py-1 text-left text-sm',
                  file.id === open.id ? 'bg-jade-wash font-medium text-jade' : 'text-soft hover:bg-hover',
                )}
                onClick={() => setOpenId(file.id)}
                title={file.fileName}
                type="button"
              >
                {say(codeWords('attachmentKind', file.kind), locale)}
                {ordinal(files, index)}
              </button>
            </li>
          ))}
        </ul>
      )}
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-line px-4 py-2 text-sm">
        <span className="min-w-0 flex-1 break-all text-soft">{open.fileName}</span>
        <a className={buttonClass('quiet', 'small')} href={address} rel="noreferrer" target="_blank">
          <Icon name="external" />
          {t('openApart')}
        </a>
        <a
          aria-label={t('downloadFile', { name: open.fileName })}
          className={buttonClass('quiet', 'small')}
          href={withQuery(address, { download: 1 })}
        >
          <Icon name="download" />
          {t('download')}
        </a>
      </div>
      <MetAgain file={{ alsoOn: open.alsoOn ?? [], alsoElsewhere: open.alsoElsewhere ?? 0 }} />
      <div className={tall ? 'h-[60dvh] xl:h-[calc(100dvh-16rem)]' : 'h-[70dvh] max-h-[60rem]'} key={open.id}>
        {open.mediaType === 'application/pdf' ? (
          <PdfView address={address} name={open.fileName} />
        ) : (
          <PictureView address={address} name={open.fileName} />
        )}
      </div>
    </div>
  )
}

/** Several files of one kind are told apart by a number. */
function ordinal(files: readonly Shown[], index: number): string {
  const kind = files[index]?.kind
  const same = files.filter((file) => file.kind === kind)
  if (same.length < 2) return ''
  return ` ${files.slice(0, index + 1).filter((file) => file.kind === kind).length}`
}

const never = () => () => {}

/** The browser's own viewer; phones that have none are led to the file instead of an empty frame. */
function PdfView({ address, name }: { address: string; name: string }) {
  const t = useTranslations('attachments')
  const shows = useSyncExternalStore(
    never,
    () => navigator.pdfViewerEnabled !== false,
    () => true,
  )
  if (shows) {
    return (
      // The page fills the width and the viewer's own side panel stays shut: the frame is narrow.
      <iframe
        className="block size-full rounded-b-lg bg-sunken"
        src={`${address}#navpanes=0&view=FitH`}
        title={t('page', { name })}
      />
    )
  }
  return (
    <div className="grid h-full content-center justify-items-center gap-3 bg-sunken px-6 text-center text-soft">
      <p>{t('noViewer')}</p>
      <a className={buttonClass('primary')} href={address} rel="noreferrer" target="_blank">
        {t('view', { name })}
      </a>
    </div>
  )
}
