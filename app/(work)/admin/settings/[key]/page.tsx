import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getFormatter, getLocale, getTranslations } from 'next-intl/server'
import { ExportLinks } from '@/components/ui/export-links'
import { Timeline } from '@/components/ui/lists'
import { PageHeader } from '@/components/ui/page-header'
import { Panel } from '@/components/ui/panel'
import { type SettingKey, settingKeys, settings, settingsOn } from '@/lib/domain/settings'
import { shanghaiDate } from '@/lib/domain/time/dates'
import { say } from '@/lib/domain/words'
import { routes } from '@/lib/routes'
import { requireActor } from '@/lib/services/actor'
import { settingRows } from '@/lib/services/settings/change'
import { boundsOf, choicesOf } from '../value'
import { ChangeSetting, TakeBackSetting } from './forms'

type Props = { params: Promise<{ key: string }> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('admin')
  return { title: t('settingsTitle') }
}

export default async function SettingPage({ params }: Props) {
  const actor = await requireActor('setting.write')
  const { key } = (await params) as { key: SettingKey }
  if (!settingKeys.includes(key)) notFound()
  const [t, locale, format, rows] = await Promise.all([
    getTranslations('admin'),
    getLocale(),
    getFormatter(),
    settingRows(actor),
  ])
  const today = shanghaiDate(new Date())
  const mine = rows.filter((row) => row.key === key)
  const inForce = mine.find(({ validFrom }) => validFrom <= today)
  const bounds = boundsOf(key)
  const shown = (value: unknown) => (typeof value === 'number' ? format.number(value) : String(value))
  const { label, help, source } = settings[key]
  return (
    <>
      <PageHeader
        breadcrumb={[{ label: t('settingsTitle'), href: routes.admin.settings() }]}
        title={say(label, locale)}
      >
        <p>{say(help, locale)}</p>
        <p className="text-sm text-faint" lang="zh-CN">
          {source}
        </p>
      </PageHeader>
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_minmax(0,24rem)]">
        <Panel note={t('settingChangeNote')} title={t('settingChange')}>
          <ChangeSetting
            bounds={
              bounds
                ? t('between', { least: format.number(bounds.least), most: format.number(bounds.most) })
                : undefined
            }
            choices={choicesOf(key)}
            key={JSON.stringify(mine)}
            settingKey={key}
            today={today}
            value={settingsOn(today, rows)[key]}
          />
        </Panel>
        <Panel actions={<ExportLinks filters={{ key }} list="settings" />} title={t('history')}>
          <Timeline
            moments={mine.map((row) => ({
              key: row.validFrom,
              title: shown(row.value),
              meta: t('fromDay', { day: row.validFrom }),
              tone: row === inForce ? 'good' : row.validFrom > today ? 'waiting' : 'quiet',
              children: row.validFrom > today && <TakeBackSetting from={row.validFrom} settingKey={key} />,
            }))}
          />
        </Panel>
      </div>
    </>
  )
}
