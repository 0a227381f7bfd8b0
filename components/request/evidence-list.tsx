import { useTranslations } from 'next-intl'
import { fileSize } from '@/components/contract/attachments/file-size'
import { TextLink } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { type MediaType, mediaTypes } from '@/lib/domain/attachments/files'
import type { EvidenceFile } from '@/lib/domain/request/view'
import { routes } from '@/lib/routes'

/** The papers a request rests on, to look at or to save. */
export function EvidenceList({ files }: { files: readonly EvidenceFile[] }) {
  const t = useTranslations('requests')
  if (files.length === 0) return <p className="text-soft">{t('noEvidence')}</p>
  return (
    <ul className="divide-y divide-line">
      {files.map(({ id, fileName, mediaType, size }) => (
        <li className="flex items-start gap-2 py-2 first:pt-0 last:pb-0" key={id}>
          <Icon className="mt-1 size-4 text-faint" name="file" />
          <div className="min-w-0 flex-1">
            <TextLink className="break-all" href={routes.evidence(id)} rel="noreferrer" target="_blank">
              {fileName}
            </TextLink>
            <p className="text-sm text-faint">
              {mediaTypes[mediaType as MediaType]?.name ?? mediaType} · {fileSize(size)}
            </p>
          </div>
          <a
            aria-label={t('download', { name: fileName })}
            className="rounded-sm p-1 text-soft hover:text-jade"
            download
            href={`${routes.evidence(id)}?download`}
          >
            <Icon name="download" />
          </a>
        </li>
      ))}
    </ul>
  )
}
