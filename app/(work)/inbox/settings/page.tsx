import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { PageHeader } from '@/components/ui/page-header'
import { Panel } from '@/components/ui/panel'
import { shanghaiDate } from '@/lib/domain/time/dates'
import { routes } from '@/lib/routes'
import { requireActor } from '@/lib/services/actor'
import { readDelegations } from '@/lib/services/delegations/read'
import { readOwnMail } from '@/lib/services/mail/setting'
import { Deputies } from './deputies'
import { MailForm } from './mail-form'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('inbox'))('settings') }
}

/** How a person hears of their notices, and who stands in for them. */
export default async function InboxSettingsPage() {
  const actor = await requireActor()
  const [t, mail, setting, delegations] = await Promise.all([
    getTranslations('inbox'),
    getTranslations('mail'),
    readOwnMail(actor),
    readDelegations(actor),
  ])
  return (
    <>
      <PageHeader breadcrumb={[{ label: t('title'), href: routes.inbox() }]} title={t('settings')} />
      <div className="grid max-w-4xl gap-6">
        <Panel note={mail('note')} title={mail('title')}>
          <MailForm setting={setting} />
        </Panel>
        <Deputies
          delegations={delegations}
          today={shanghaiDate(new Date())}
          viewer={{ id: actor.id, mayEnd: false }}
        />
      </div>
    </>
  )
}
