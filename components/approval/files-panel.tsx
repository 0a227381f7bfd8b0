'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { TextLink } from '@/components/ui/button'
import { cx } from '@/components/ui/classes'
import { Panel } from '@/components/ui/panel'
import { EmptyState } from '@/components/ui/states'
import type { DecisionFile } from '@/lib/domain/approval/decision'
import { codeWords } from '@/lib/domain/contract/code-lists'
import { say } from '@/lib/domain/words'
import { routes } from '@/lib/routes'

/** The attachments beside the contract: one open, the others a key away. */
export function FilesPanel({ contract, files }: { contract: string; files: readonly DecisionFile[] }) {
  const t = useTranslations('approvals')
  const locale = useLocale()
  const [openId, setOpenId] = useState(files[0]?.id)
  const open = files.find(({ id }) => id === openId) ?? files[0]
  if (!open) {
    return (
      <Panel id="files" title={t('attachments')}>
        <EmptyState title={t('noFiles')} />
      </Panel>
    )
  }
  const address = routes.contractAttachment(contract, open.id)
  return (
    <Panel
      actions={
        <TextLink href={address} target="_blank">
          {t('openAlone')}
        </TextLink>
      }
      flush
      id="files"
      title={t('attachments')}
    >
      <ul className="flex flex-wrap gap-1 border-b border-line px-3 py-2">
        {files.map((file) => (
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
            </button>
          </li>
        ))}
      </ul>
      {open.mediaType.startsWith('image/') ? (
        // biome-ignore lint/performance/noImgElement: a scan behind permission, never optimised or cached by the server.
        <img alt={open.fileName} className="w-full" src={address} />
      ) : (
        <iframe
          className="block h-[60dvh] w-full rounded-b-lg bg-sunken xl:h-[calc(100dvh-16rem)]"
          key={open.id}
          src={address}
          title={open.fileName}
        />
      )}
    </Panel>
  )
}
