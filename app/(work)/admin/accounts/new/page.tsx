import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { PageHeader } from '@/components/ui/page-header'
import { Panel } from '@/components/ui/panel'
import { routes } from '@/lib/routes'
import { requireActor } from '@/lib/services/actor'
import { unitsToday } from '@/lib/services/units/names'
import { unitChoices } from '../../unit-names'
import { NewAccountForm } from './form'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('accounts')
  return { title: t('new') }
}

export default async function NewAccountPage() {
  const actor = await requireActor('account.write')
  const [t, locale, units] = await Promise.all([getTranslations('accounts'), getLocale(), unitsToday(actor)])
  const open = units.filter(({ closed }) => !closed)
  return (
    <div className="max-w-2xl">
      <PageHeader breadcrumb={[{ label: t('title'), href: routes.admin.accounts() }]} title={t('new')}>
        {t('newIntro')}
      </PageHeader>
      <Panel>
        <NewAccountForm units={unitChoices(open, locale)} />
      </Panel>
    </div>
  )
}
