import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { Badge } from '@/components/ui/badge'
import { LinkButton } from '@/components/ui/button'
import { Disclosure } from '@/components/ui/disclosure'
import { ExportLinks } from '@/components/ui/export-links'
import { Notice } from '@/components/ui/notice'
import { PageHeader } from '@/components/ui/page-header'
import { Panel } from '@/components/ui/panel'
import { EmptyRow, RowHead, Table, Td, Th, Tr } from '@/components/ui/table'
import { shanghaiDate, yearOf } from '@/lib/domain/time/dates'
import { say } from '@/lib/domain/words'
import { routes } from '@/lib/routes'
import { requireActor } from '@/lib/services/actor'
import { holidays } from '@/lib/services/settings/calendar'
import { PasteDays, PutDay, RemoveDay } from './forms'
import { Months } from './months'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('admin')
  return { title: t('calendarTitle') }
}

type Props = { searchParams: Promise<{ year?: string | string[] }> }

export default async function CalendarPage({ searchParams }: Props) {
  const actor = await requireActor('setting.write')
  const today = shanghaiDate(new Date())
  const asked = Number((await searchParams).year)
  const year = Number.isInteger(asked) && asked >= 2015 && asked <= 2045 ? asked : yearOf(today)
  const [t, locale, days] = await Promise.all([getTranslations('admin'), getLocale(), holidays(actor)])
  const ofYear = days
    .filter(({ day }) => yearOf(day) === year)
    .map(({ day, kind, nameZh, nameEn }) => ({ day, kind, name: say({ zh: nameZh, en: nameEn }, locale) }))
  return (
    <>
      <PageHeader
        actions={
          <nav aria-label={t('years')} className="flex gap-2">
            <LinkButton href={routes.admin.calendar(year - 1)} icon="chevronLeft">
              {year - 1}
            </LinkButton>
            <LinkButton href={routes.admin.calendar(year + 1)} icon="chevronRight">
              {year + 1}
            </LinkButton>
          </nav>
        }
        title={t('calendarOf', { year: String(year) })}
      >
        {t('calendarIntro')}
      </PageHeader>
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_minmax(0,22rem)]">
        <div className="grid gap-6">
          {ofYear.length === 0 && (
            <Notice kind="warning" title={t('calendarEmpty')}>
              {t('calendarEmptyDetail')}
            </Notice>
          )}
          <Panel>
            <Months special={new Map(ofYear.map((one) => [one.day, one]))} today={today} year={year} />
          </Panel>
          <Panel
            actions={ofYear.length > 0 && <ExportLinks filters={{ year }} list="holidays" />}
            flush
            title={t('specialDays')}
          >
            <Table caption={t('specialDays')}>
              <thead>
                <tr>
                  <Th>{t('day')}</Th>
                  <Th>{t('dayKind')}</Th>
                  <Th>{t('dayName')}</Th>
                  <Th>
                    <span className="sr-only">{t('acts')}</span>
                  </Th>
                </tr>
              </thead>
              <tbody>
                {ofYear.map(({ day, kind, name }) => (
                  <Tr key={day}>
                    <RowHead>{day}</RowHead>
                    <Td label={t('dayKind')}>
                      <Badge tone={kind === 'off' ? 'good' : 'waiting'}>{t(kind)}</Badge>
                    </Td>
                    <Td label={t('dayName')}>{name}</Td>
                    <Td className="text-right">{day >= today && <RemoveDay day={day} name={name} />}</Td>
                  </Tr>
                ))}
                {ofYear.length === 0 && <EmptyRow columns={4}>{t('noSpecialDays')}</EmptyRow>}
              </tbody>
            </Table>
          </Panel>
        </div>
        <div className="grid gap-6">
          <Panel note={t('dayNote')} title={t('dayTitle')}>
            <PutDay today={today} />
          </Panel>
          <Panel>
            <Disclosure summary={t('pasteTitle')}>
              <PasteDays />
            </Disclosure>
          </Panel>
        </div>
      </div>
    </>
  )
}
