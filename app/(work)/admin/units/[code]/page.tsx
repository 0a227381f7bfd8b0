import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { StatusPill } from '@/components/ui/badge'
import { Timeline } from '@/components/ui/lists'
import { Notice } from '@/components/ui/notice'
import { PageHeader } from '@/components/ui/page-header'
import { Panel } from '@/components/ui/panel'
import { shanghaiDate } from '@/lib/domain/time/dates'
import { say } from '@/lib/domain/words'
import { routes } from '@/lib/routes'
import { requireActor } from '@/lib/services/actor'
import { unitHistories } from '@/lib/services/units/change'
import { ChangeUnit, CloseUnit, TakeBackUnitChange } from './forms'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('admin')
  return { title: t('unitsTitle') }
}

export default async function UnitPage({ params }: { params: Promise<{ code: string }> }) {
  const actor = await requireActor('unit.write')
  const { code } = await params
  const [t, locale, units] = await Promise.all([getTranslations('admin'), getLocale(), unitHistories(actor)])
  const today = shanghaiDate(new Date())
  const unit = units.find((one) => one.code === code)
  const now = unit?.versions.find(({ validFrom }) => validFrom <= today)
  if (!unit || !now) notFound()
  const planned = unit.versions.some(({ validFrom }) => validFrom > today)
  const nameOf = (version: { nameZh: string; nameEn: string }) =>
    say({ zh: version.nameZh, en: version.nameEn }, locale)
  const others = units.flatMap(({ code: other, versions }) => {
    const version = versions.find(({ validFrom }) => validFrom <= today)
    return other === code || !version || version.closed
      ? []
      : [{ value: other, label: `${other} ${nameOf(version)}` }]
  })
  return (
    <>
      <PageHeader
        breadcrumb={[{ label: t('unitsTitle'), href: routes.admin.units() }]}
        status={
          now.closed ? (
            <StatusPill tone="bad">{t('closed')}</StatusPill>
          ) : (
            <StatusPill tone="good">{t('open')}</StatusPill>
          )
        }
        title={`${code} ${nameOf(now)}`}
      >
        {t('unitPoint', { point: unit.point })}
      </PageHeader>
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_minmax(0,24rem)]">
        <div className="grid gap-6">
          {planned ? (
            <Notice title={t('unitPlanned')}>{t('unitPlannedDetail')}</Notice>
          ) : (
            <>
              <Panel note={t('unitChangeNote')} title={t('unitChange')}>
                <ChangeUnit
                  code={code}
                  key={now.validFrom + now.nameZh}
                  now={{ nameZh: now.nameZh, nameEn: now.nameEn, area: now.area, ranked: now.ranked }}
                  today={today}
                />
              </Panel>
              {!now.closed && (
                <Panel note={t('unitCloseNote')} title={t('unitClose')}>
                  <CloseUnit code={code} others={others} today={today} />
                </Panel>
              )}
            </>
          )}
        </div>
        <Panel title={t('history')}>
          <Timeline
            moments={unit.versions.map((version) => ({
              key: version.validFrom,
              title: nameOf(version),
              meta: t('fromDay', { day: version.validFrom }),
              tone: version === now ? 'good' : version.validFrom > today ? 'waiting' : 'quiet',
              children: (
                <>
                  <p className="text-soft">
                    {[
                      t(version.area),
                      t(version.ranked ? 'isRanked' : 'notRanked'),
                      ...(version.closed
                        ? [version.mergedInto ? t('mergedInto', { unit: version.mergedInto }) : t('closed')]
                        : []),
                    ].join(' · ')}
                  </p>
                  {version.validFrom > today && <TakeBackUnitChange code={code} from={version.validFrom} />}
                </>
              ),
            }))}
          />
        </Panel>
      </div>
    </>
  )
}
