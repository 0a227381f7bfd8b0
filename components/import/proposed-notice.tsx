import { useTranslations } from 'next-intl'
import { LinkButton } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { routes } from '@/lib/routes'

/** Which row of which file filled the form of a request, or why it could not. */
export function ProposedNotice({
  proposed: { batch, fileName, row, patch },
}: {
  proposed: { batch: string; fileName: string; row: number; patch: Readonly<Record<string, unknown>> }
}) {
  const t = useTranslations('imports')
  const count = Object.keys(patch).length
  return (
    <Notice
      actions={
        <LinkButton href={routes.importBatch(batch, { rows: 'changed' })} size="small">
          {t('toBatch')}
        </LinkButton>
      }
      className="mb-5"
      kind={count > 0 ? 'info' : 'warning'}
    >
      {count > 0 ? t('filled', { name: fileName, row, count }) : t('notFilled', { name: fileName, row })}
    </Notice>
  )
}
