import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { DateText } from '@/components/format/text'
import { buttonClass, LinkButton } from '@/components/ui/button'
import { Disclosure } from '@/components/ui/disclosure'
import { Icon } from '@/components/ui/icon'
import { PageHeader } from '@/components/ui/page-header'
import { Panel } from '@/components/ui/panel'
import { EmptyRow, Table, Td, Th, Tr } from '@/components/ui/table'
import { type Role, roles } from '@/lib/domain/access/roles'
import { type TrailAction, trailActions } from '@/lib/domain/trail'
import { say } from '@/lib/domain/words'
import { routes } from '@/lib/routes'
import { requireActor } from '@/lib/services/actor'
import { trailFilters } from '@/lib/services/trail/filters'
import { type TrailRow, trailPage } from '@/lib/services/trail/read'
import { unitsToday } from '@/lib/services/units/names'
import { Details } from './details'
import { TrailFilters } from './filters'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('trail')
  return { title: t('title') }
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function TrailPage({ searchParams }: Props) {
  const actor = await requireActor('trail.read')
  const { after, ...query } = await searchParams
  const filters = trailFilters.parse(query)
  const start = Number(after)
  const [t, common, locale, units, { rows, next }] = await Promise.all([
    getTranslations('trail'),
    getTranslations('common'),
    getLocale(),
    unitsToday(actor),
    trailPage(actor, filters, Number.isSafeInteger(start) && start > 0 ? start : undefined),
  ])
  const choices = units.map(({ unit, nameZh, nameEn }) => ({
    value: unit,
    label: `${unit} ${say({ zh: nameZh, en: nameEn }, locale)}`,
  }))
  const unitName = (code: string) => choices.find(({ value }) => value === code)?.label ?? code
  return (
    <>
      <PageHeader
        actions={
          <a className={buttonClass()} download href={routes.trailExport(filters)}>
            <Icon name="download" />
            {t('export')}
          </a>
        }
        title={t('title')}
      >
        {t('intro')}
      </PageHeader>
      <Panel flush>
        <TrailFilters filters={filters} units={choices} />
        <Table caption={t('title')}>
          <thead>
            <tr>
              <Th>{t('columns.at')}</Th>
              <Th>{t('columns.person')}</Th>
              <Th>{t('columns.action')}</Th>
              <Th>{t('columns.subject')}</Th>
              <Th>{t('columns.address')}</Th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Tr key={row.id}>
                <Td label={t('columns.at')}>
                  <DateText form="moment" value={row.at} />
                </Td>
                <Td label={t('columns.person')}>
                  {row.actorName || t('gate')}
                  <ActingFor row={row} />
                  <span className="block text-sm text-faint">
                    {[
                      row.username,
                      row.role in roles && say(roles[row.role as Role], locale),
                      row.unit && unitName(row.unit),
                    ]
                      .filter(Boolean)
                      .join(' · ')}
                  </span>
                </Td>
                <Td className="font-medium" label={t('columns.action')}>
                  {say(trailActions[row.action as TrailAction] ?? { zh: row.action, en: row.action }, locale)}
                </Td>
                <Td className="max-w-md" label={t('columns.subject')}>
                  <Subject row={row} />
                </Td>
                <Td className="font-mono text-sm text-soft" label={t('columns.address')}>
                  {row.address ?? '—'}
                </Td>
              </Tr>
            ))}
            {rows.length === 0 && <EmptyRow columns={5}>{t('noneFound')}</EmptyRow>}
          </tbody>
        </Table>
        {(next !== null || after) && (
          <nav aria-label={common('pages')} className="flex justify-end gap-2 px-5 py-3">
            {after && (
              <LinkButton href={routes.trail(filters)} size="small">
                {t('newest')}
              </LinkButton>
            )}
            {next !== null && (
              <LinkButton href={routes.trail({ ...filters, after: next })} size="small">
                {t('older')}
              </LinkButton>
            )}
          </nav>
        )}
      </Panel>
    </>
  )
}

/** For whom a deputy acted. */
async function ActingFor({ row }: { row: TrailRow }) {
  const t = await getTranslations('trail')
  const { standsFor } = row.details as { standsFor?: unknown }
  return Array.isArray(standsFor) ? t('actingFor', { names: standsFor.join('、') }) : null
}

/** What it was done to, by the number people know it by; everything else behind the fold. */
async function Subject({ row }: { row: TrailRow }) {
  const t = await getTranslations('trail')
  const details = row.details as Record<string, unknown>
  const named =
    details.number ?? details.localNumber ?? details.username ?? details.account ?? short(row.subject)
  const kind = `kinds.${row.subjectKind}` as 'kinds.contract'
  const words = [t.has(kind) ? t(kind) : row.subjectKind, named].filter(Boolean).join(' ')
  if (Object.keys(details).length === 0) return words
  return (
    <Disclosure summary={words}>
      <Details details={details} />
      {row.subject && <p className="mt-2 font-mono text-xs break-all text-faint">{row.subject}</p>}
    </Disclosure>
  )
}

/** An identifier nobody knows by heart; the fold shows it whole. */
const short = (id: string | null) => (id && /^[0-9a-f-]{36}$/.test(id) ? `…${id.slice(-6)}` : id)
