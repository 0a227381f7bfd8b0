'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useRef } from 'react'
import { UploadRow } from '@/components/contract/attachments/upload-row'
import { useUploads } from '@/components/contract/attachments/use-uploads'
import { Button } from '@/components/ui/button'
import { cx } from '@/components/ui/classes'
import { Icon } from '@/components/ui/icon'
import { toast } from '@/components/ui/toast'
import { useDrop } from '@/components/ui/use-drop'
import { routes } from '@/lib/routes'

/** Takes files, dropped or chosen. One leads to what was understood of it; of several the list shows how each stands. */
export function UploadPanel({ most }: { most: number }) {
  const t = useTranslations('imports')
  const router = useRouter()
  const input = useRef<HTMLInputElement>(null)
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
  const take = (files: Iterable<File>) => {
    const chosen = [...files]
    asked.current = chosen.length
    add('', chosen)
  }
  const { over, handlers } = useDrop(take)
  return (
    <section
      {...handlers}
      aria-label={t('upload')}
      className={cx(
        'grid justify-items-center gap-2 rounded-lg border border-dashed px-6 py-8 text-center',
        over ? 'border-jade bg-jade-wash' : 'border-edge bg-sheet',
      )}
    >
      <span className="grid size-11 place-items-center rounded-sm border border-line bg-sunken text-faint">
        <Icon className="size-5" name="file" />
      </span>
      <p className="text-md font-semibold">{t('dropTitle')}</p>
      <p className="max-w-prose text-sm text-soft">{t('dropHelp', { most })}</p>
      <input
        accept=".xlsx,.xlsm,.csv,.txt,.tsv"
        aria-label={t('choose')}
        className="sr-only"
        multiple
        onChange={(event) => {
          take(event.target.files ?? [])
          event.target.value = ''
        }}
        ref={input}
        tabIndex={-1}
        type="file"
      />
      <Button kind="primary" onClick={() => input.current?.click()}>
        {t('choose')}
      </Button>
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
    </section>
  )
}
