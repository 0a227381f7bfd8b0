import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { DateText } from '@/components/format/text'
import { StatusPill } from '@/components/ui/badge'
import { TextLink } from '@/components/ui/button'
import { ExportLinks } from '@/components/ui/export-links'
import { PageHeader } from '@/components/ui/page-header'
import { Panel } from '@/components/ui/panel'
import { RowHead, Table, Td, Th, Tr } from '@/components/ui/table'
import { shanghaiDate } from '@/lib/domain/time/dates'
import { say } from '@/lib/domain/words'
import { routes } from '@/lib/routes'
import { requireActor } from '@/lib/services/actor'
import { unitHistories } from '@/lib/services/units/change'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('admin')
  return { title: t('unitsTitle') }
}

export default async function UnitsPage() {
  const actor = await requireActor('unit.write')
  const [t, locale, units] = await Promise.all([getTranslations('admin'), getLocale(), unitHistories(actor)])
  const today = shanghaiDate(new Date())
  return (
    <>
      <PageHeader actions={<ExportLinks list="units" />} title={t('unitsTitle')}>
        {t('unitsIntro')}
      </PageHeader>
      <Panel flush>
        <Table caption={t('unitsTitle')}>
          <thead>
            <tr>
              <Th>{t('unitCode')}</Th>
              <Th>{t('unitName')}</Th>
              <Th>{t('point')}</Th>
              <Th>{t('area')}</Th>
              <Th>{t('ranked')}</Th>
              <Th>{t('unitState')}</Th>
              <Th>{t('since')}</Th>
            </tr>
          </thead>
          <tbody>
            {units.map(({ code, point, versions }) => {
              const now = versions.find(({ validFrom }) => validFrom <= today)
              const planned = versions.filter(({ validFrom }) => validFrom > today).at(-1)
              return (
                <Tr key={code}>
                  <RowHead>
                    <TextLink href={routes.admin.unit(code)}>{code}</TextLink>
                  </RowHead>
                  <Td label={t('unitName')}>{now && say({ zh: now.nameZh, en: now.nameEn }, locale)}</Td>
                  <Td label={t('point')}>{point}</Td>
                  <Td label={t('area')}>{now && t(now.area)}</Td>
                  <Td label={t('ranked')}>{t(now?.ranked ? 'isRanked' : 'notRanked')}</Td>
                  <Td label={t('unitState')}>
                    {now?.closed ? (
                      <StatusPill tone="bad">{t('closed')}</StatusPill>
                    ) : planned ? (
                      <StatusPill tone="waiting">{t('plannedFrom', { day: planned.validFrom })}</StatusPill>
                    ) : (
                      <StatusPill tone="good">{t('open')}</StatusPill>
                    )}
                  </Td>
                  <Td label={t('since')}>
                    <DateText value={now?.validFrom} />
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
