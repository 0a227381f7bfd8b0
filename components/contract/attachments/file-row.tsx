'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { DateText } from '@/components/format/text'
import { buttonClass } from '@/components/ui/button'
import { ConfirmDialog } from '@/components/ui/dialog'
import { Icon } from '@/components/ui/icon'
import { type ListedFile, type MediaType, mediaTypes } from '@/lib/domain/attachments/files'
import { routes } from '@/lib/routes'
import { fileSize } from './file-size'

/** A file that is attached: what it is, who added it, where else it is, and taking it off. */
export function FileRow({
  contract,
  file,
  remove,
}: {
  contract: string
  file: ListedFile
  /** Left out where nothing can be changed. */
  remove?: (() => Promise<void>) | undefined
}) {
  const { id, fileName: name, mediaType, size, addedBy, addedAt } = file
  return (
    <li className="grid gap-1 py-1.5">
      <div className="flex items-start gap-2">
        <Icon className="mt-1 size-4 text-faint" name="file" />
        <div className="min-w-0 flex-1">
          <a
            className="rounded-sm break-all text-jade underline decoration-jade/40 underline-offset-3 hover:decoration-current"
            href={routes.contractAttachment(contract, id)}
            rel="noreferrer"
            target="_blank"
          >
            {name}
          </a>
          <p className="text-sm text-faint">
            {mediaTypes[mediaType as MediaType]?.name ?? mediaType} · {fileSize(size)} · {addedBy}{' '}
            <DateText form="moment" value={addedAt} />
          </p>
        </div>
        {remove && <RemoveButton name={name} remove={remove} />}
      </div>
      <MetAgain file={file} />
    </li>
  )
}

function RemoveButton({ name, remove }: { name: string; remove: () => Promise<void> }) {
  const t = useTranslations('attachments')
  const [open, setOpen] = useState(false)
  const [pending, setPending] = useState(false)
  const confirm = async () => {
    setPending(true)
    await remove()
    setPending(false)
    setOpen(false)
  }
  return (
    <ConfirmDialog
      confirmLabel={t('remove')}
      description={t('removeText', { name })}
      kind="danger"
      onConfirm={confirm}
      onOpenChange={setOpen}
      open={open}
      pending={pending}
      title={t('removeTitle')}
      trigger={
        <button
          aria-label={t('removeFile', { name })}
          className={buttonClass('quiet', 'small')}
          type="button"
        >
          {t('remove')}
        </button>
      }
    />
  )
}

/** The same bytes on another contract: named where the reader may see it, only counted where not (rule Q15). */
export function MetAgain({
  file: { alsoOn, alsoElsewhere },
}: {
  file: Pick<ListedFile, 'alsoOn' | 'alsoElsewhere'>
}) {
  const t = useTranslations('attachments')
  if (alsoOn.length === 0 && alsoElsewhere === 0) return null
  return (
    <p className="flex gap-1.5 border-l-4 border-poplar bg-poplar-wash px-3 py-1.5 text-sm text-poplar-ink">
      <Icon className="mt-0.5 size-4" name="warning" />
      <span>
        {alsoOn.length > 0 ? (
          <>
            {t('sameOwn')}
            {alsoOn.map(({ id, localNumber }) => (
              <a className="ml-1.5 underline underline-offset-3" href={routes.contract(id)} key={id}>
                {localNumber}
              </a>
            ))}{' '}
            {alsoElsewhere > 0 && t('sameForeignMore', { count: alsoElsewhere })}
          </>
        ) : (
          t('sameForeign')
        )}
      </span>
    </p>
  )
}
