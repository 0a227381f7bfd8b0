import { useTranslations } from 'next-intl'
import { FileLink } from '@/components/ui/file-link'
import { Panel } from '@/components/ui/panel'
import { onRegister } from '@/lib/domain/contract/lifecycle'
import type { ContractView } from '@/lib/domain/contract/view'
import { routes } from '@/lib/routes'

/** The paper of a registration: which version it is in, and the ways to print it. */
export function CertificatePanel({ view: { id, status, history } }: { view: ContractView }) {
  const t = useTranslations('certificates')
  if (!onRegister.includes(status)) return null
  const version = history.filter(({ statusAfter }) => statusAfter === 'registered').length
  return (
    <Panel id="certificate" title={t('title')}>
      {status === 'registered' ? (
        <div className="grid gap-3">
          <p className="text-soft">{t(version > 1 ? 'panel.superseding' : 'panel.standing', { version })}</p>
          <p className="flex flex-wrap gap-2">
            <FileLink href={routes.certificate(id)}>{t('panel.print')}</FileLink>
            <FileLink href={routes.certificate(id, 'en')}>{t('panel.translation')}</FileLink>
          </p>
        </div>
      ) : (
        <p className="text-soft">{t('panel.ended')}</p>
      )}
    </Panel>
  )
}
