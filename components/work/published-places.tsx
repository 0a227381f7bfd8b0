import { useTranslations } from 'next-intl'
import { ListLinks } from '@/components/dashboard/list-links'
import { Absent, Money } from '@/components/format/money'
import { Panel } from '@/components/ui/panel'
import { RowHead, Table, Td, Th, Tr } from '@/components/ui/table'
import { formatWan } from '@/lib/domain/money'
import type { PublishedPlace } from '@/lib/domain/published/places'
import { Live, Statement } from './numbers'

/** What the published reports say of the office: its turnover, and its place among the divisions. */
export function PublishedPlaces({ places }: { places: readonly PublishedPlace[] }) {
  const t = useTranslations('work.places')
  const [latest] = places
  if (!latest) {
    return (
      <Panel title={t('none')}>
        <p className="text-soft">{t('noneHelp')}</p>
      </Panel>
    )
  }
  const said = { year: String(latest.year), turnover: formatWan(latest.turnover) }
  const title = latest.rank === null ? t('unranked', said) : t('title', { ...said, rank: latest.rank })
  return (
    <Panel flush note={t('note')} title={<Statement id="places">{title}</Statement>}>
      <Table caption={t('caption')}>
        <thead>
          <tr>
            <Th>{t('year')}</Th>
            <Th>{t('edition')}</Th>
            <Th numeric>{t('turnover')}</Th>
            <Th numeric>{t('rank')}</Th>
            <Th numeric>{t('move')}</Th>
          </tr>
        </thead>
        <tbody>
          {places.map((place) => (
            <Tr key={place.year}>
              <RowHead>{place.year}</RowHead>
              <Td label={t('edition')}>{t('editionOf', { edition: place.edition })}</Td>
              <Td label={t('turnover')} numeric>
                <Live id={`places.${place.year}.turnover`}>
                  <Money fen={place.turnover} unit="wan" />
                </Live>
              </Td>
              <Td label={t('rank')} numeric>
                <Live id={`places.${place.year}.rank`}>
                  {place.rank === null
                    ? t('notRanked')
                    : t('rankOf', { rank: place.rank, ranked: place.ranked })}
                </Live>
              </Td>
              <Td label={t('move')} numeric>
                <Move before={places.find(({ year }) => year === place.year - 1)} place={place} />
              </Td>
            </Tr>
          ))}
        </tbody>
      </Table>
      <ListLinks filters={{}} list="places" of={t('caption')} />
    </Panel>
  )
}

function Move({ place, before }: { place: PublishedPlace; before: PublishedPlace | undefined }) {
  const t = useTranslations('work.places')
  if (place.rank === null) return <Absent />
  if (!before || before.rank === null) {
    return (
      <span title={t('noMove')}>
        <span aria-hidden="true">
          <Absent />
        </span>
        <span className="sr-only">{t('noMove')}</span>
      </span>
    )
  }
  const up = before.rank - place.rank
  if (up === 0) return t('level')
  return up > 0 ? t('up', { places: up }) : t('down', { places: -up })
}
