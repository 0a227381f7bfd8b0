'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useRef } from 'react'
import { UploadRow } from '@/components/contract/attachments/upload-row'
import { useUploads } from '@/components/contract/attachments/use-uploads'
import { FileDrop } from '@/components/ui/file-drop'
import { toast } from '@/components/ui/toast'
import { routes } from '@/lib/routes'

/** Takes files, dropped or chosen. One leads to what was understood of it; of several the list shows how each stands. */
export function UploadPanel({ most }: { most: number }) {
  const t = useTranslations('imports')
  const router = useRouter()
  const asked = useRef(0)
  const { uploads, add, stop, dismiss, retry } = useUploads<{ id: string }>(
    routes.importFiles(),
    most,
    ({ id }) => {
      if (asked.current === 1) router.push(routes.importBatch(id))
      else {
        toast(t('uploaded', { count: 1 }))
        router.refresh()
      }
    },
  )
  const take = (chosen: File[]) => {
    asked.current = chosen.length
    add('', chosen)
  }
  return (
    <FileDrop
      choose={t('choose')}
      help={t('dropHelp', { most })}
      label={t('choose')}
      multiple
      take={take}
      title={t('dropTitle')}
    >
      {uploads.length > 0 && (
        <ul className="w-full max-w-xl text-left">
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
    </FileDrop>
  )
}
