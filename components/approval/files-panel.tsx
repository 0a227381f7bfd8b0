import { useTranslations } from 'next-intl'
import { AttachmentViewer } from '@/components/contract/attachment-viewer'
import { Panel } from '@/components/ui/panel'
import type { ListedFile } from '@/lib/domain/attachments/files'

/** The attachments beside the contract: one open, the others a key away. */
export function FilesPanel({ contract, files }: { contract: string; files: readonly ListedFile[] }) {
  const t = useTranslations('approvals')
  return (
    <Panel flush id="files" title={t('attachments')}>
      <AttachmentViewer contract={contract} files={files} tall />
    </Panel>
  )
}
