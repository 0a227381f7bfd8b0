import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { DateText } from '@/components/format/text'
import { StatusPill } from '@/components/ui/badge'
import { ExportLinks } from '@/components/ui/export-links'
import { PageHeader } from '@/components/ui/page-header'
import { Panel } from '@/components/ui/panel'
import { RowHead, Table, Td, Th, Tr } from '@/components/ui/table'
import { may } from '@/lib/domain/access/permissions'
import { shanghaiDate } from '@/lib/domain/time/dates'
import { say } from '@/lib/domain/words'
import { type Institution, isListedOn } from '@/lib/domain/work-records/institutions'
import { kindOf } from '@/lib/domain/work-records/kinds'
import { routes } from '@/lib/routes'
import { requireActor } from '@/lib/services/actor'
import { everyInstitution } from '@/lib/services/institutions/read'
import { unitsToday } from '@/lib/services/units/names'
import { ListInstitution, TakeBackInstitution, UnlistInstitution } from './forms'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('admin')
  return { title: t('institutionsTitle') }
}

/** The dated list of universities and institutes by which the report's rate of measures is divided. */
export default async function InstitutionsPage() {
  const actor = await requireActor('institution.write')
  const [t, locale, all, units] = await Promise.all([
    getTranslations('admin'),
    getLocale(),
    everyInstitution(actor),
    unitsToday(actor),
  ])
  const today = shanghaiDate(new Date())
  const names = new Map(
    units.map(({ unit, nameZh, nameEn }) => [unit, say({ zh: nameZh, en: nameEn }, locale)]),
  )
  const listed = all.filter((one) => isListedOn(one, today))
  const isAhead = ({ since, until }: Institution) => since > today || (until !== null && until > today)
  return (
    <>
      <PageHeader
        actions={<ExportLinks list="institutions" />}
        breadcrumb={[
          may(actor.role, 'work.read')
            ? { label: say(kindOf('measures').words, locale), href: routes.work.records('measures') }
            : { label: t('settingsTitle'), href: routes.admin.settings() },
        ]}
        title={t('institutionsTitle')}
      >
        {t('institutionsIntro', { count: listed.length })}
      </PageHeader>
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_minmax(0,24rem)]">
        <Panel flush>
          <Table caption={t('institutionsTitle')}>
            <thead>
              <tr>
                <Th>{t('institutionName')}</Th>
                <Th>{t('institutionKind')}</Th>
                <Th>{t('institutionUnit')}</Th>
                <Th>{t('listedSince')}</Th>
                <Th>{t('listedUntil')}</Th>
                <Th>{t('unitState')}</Th>
              </tr>
            </thead>
            <tbody>
              {all.map((one) => (
                <Tr key={one.code}>
                  <RowHead>{say(one.words, locale)}</RowHead>
                  <Td label={t('institutionKind')}>{t(one.kind)}</Td>
                  <Td label={t('institutionUnit')}>{names.get(one.unit) ?? one.unit}</Td>
                  <Td label={t('listedSince')}>
                    <DateText value={one.since} />
                  </Td>
                  <Td label={t('listedUntil')}>{one.until && <DateText value={one.until} />}</Td>
                  <Td label={t('unitState')}>
                    {isListedOn(one, today) ? (
                      <StatusPill tone="good">{t('onTheList')}</StatusPill>
                    ) : one.since > today ? (
                      <StatusPill tone="waiting">{t('notYetListed')}</StatusPill>
                    ) : (
                      <StatusPill tone="quiet">{t('offTheList')}</StatusPill>
                    )}
                    {isAhead(one) && <TakeBackInstitution code={one.code} />}
                  </Td>
                </Tr>
              ))}
            </tbody>
          </Table>
        </Panel>
        <div className="grid gap-6">
          <Panel note={t('institutionListNote')} title={t('institutionList')}>
            <ListInstitution
              today={today}
              units={units.map(({ unit }) => ({ value: unit, label: names.get(unit) ?? unit }))}
            />
          </Panel>
          <Panel note={t('institutionUnlistNote')} title={t('institutionUnlist')}>
            <UnlistInstitution
              institutions={all
                .filter(({ until }) => until === null)
                .map(({ code, words }) => ({ value: code, label: say(words, locale) }))}
              key={all.length + listed.length}
              today={today}
            />
          </Panel>
        </div>
      </div>
    </>
  )
}
