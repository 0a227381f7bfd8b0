import type { Metadata } from 'next'
import { getFormatter, getLocale, getTranslations } from 'next-intl/server'
import { DateText } from '@/components/format/text'
import { Badge } from '@/components/ui/badge'
import { LinkButton, TextLink } from '@/components/ui/button'
import { ExportLinks } from '@/components/ui/export-links'
import { PageHeader } from '@/components/ui/page-header'
import { Panel } from '@/components/ui/panel'
import { RowHead, Table, Td, Th, Tr } from '@/components/ui/table'
import { settingKeys, settings, settingsOn } from '@/lib/domain/settings'
import { shanghaiDate } from '@/lib/domain/time/dates'
import { say } from '@/lib/domain/words'
import { routes } from '@/lib/routes'
import { requireActor } from '@/lib/services/actor'
import { settingRows } from '@/lib/services/settings/change'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('admin')
  return { title: t('settingsTitle') }
}

export default async function SettingsPage() {
  const actor = await requireActor('setting.write')
  const [t, locale, format, rows] = await Promise.all([
    getTranslations('admin'),
    getLocale(),
    getFormatter(),
    settingRows(actor),
  ])
  const today = shanghaiDate(new Date())
  const now = settingsOn(today, rows)
  const shown = (value: unknown) => (typeof value === 'number' ? format.number(value) : String(value))
  return (
    <>
      <PageHeader
        actions={
          <>
            <ExportLinks list="settings" />
            <LinkButton href={routes.admin.institutions()}>{t('institutionsTitle')}</LinkButton>
            <LinkButton href={routes.admin.codes()}>{t('codesTitle')}</LinkButton>
          </>
        }
        title={t('settingsTitle')}
      >
        {t('settingsIntro')}
      </PageHeader>
      <Panel flush>
        <Table caption={t('settingsTitle')}>
          <thead>
            <tr>
              <Th>{t('setting')}</Th>
              <Th numeric>{t('valueNow')}</Th>
              <Th>{t('since')}</Th>
              <Th>{t('planned')}</Th>
            </tr>
          </thead>
          <tbody>
            {settingKeys.map((key) => {
              const mine = rows.filter((row) => row.key === key)
              const next = mine.filter(({ validFrom }) => validFrom > today).at(-1)
              return (
                <Tr key={key}>
                  <RowHead>
                    <TextLink href={routes.admin.setting(key)}>{say(settings[key].label, locale)}</TextLink>
                    <span className="block text-sm font-normal text-faint">
                      {say(settings[key].help, locale)}
                    </span>
                  </RowHead>
                  <Td className="font-medium" label={t('valueNow')} numeric>
                    {shown(now[key])}
                  </Td>
                  <Td label={t('since')}>
                    <DateText value={mine.find(({ validFrom }) => validFrom <= today)?.validFrom} />
                  </Td>
                  <Td label={t('planned')}>
                    {next && (
                      <Badge tone="waiting">
                        {t('plannedValue', { day: next.validFrom, value: shown(next.value) })}
                      </Badge>
                    )}
                  </Td>
                </Tr>
              )
            })}
          </tbody>
        </Table>
      </Panel>
    </>
  )
}
