import { useTranslations } from 'next-intl'
import { StatusPill } from '@/components/ui/badge'
import { TextLink } from '@/components/ui/button'
import type { EditionHead } from '@/lib/domain/edition/edition'
import { formatWan } from '@/lib/domain/money'
import type { Bridge } from '@/lib/domain/statistics/bridge'
import { officeTime } from '@/lib/i18n/dates'
import { routes } from '@/lib/routes'

/** Where the report stands beside its editions: what is made of it, what was published, and what moved since. */
export function ReportStanding({
  open,
  editions,
  since,
}: {
  /** The edition being made; null where there is none, or the reader sees no drafts. */
  open: Pick<EditionHead, 'number' | 'status'> | null
  /** The latest first. */
  editions: readonly EditionHead[]
  /** What moved since the latest of the same report; null where nothing was published. */
  since: Bridge | null
}) {
  const t = useTranslations('edition.standing')
  const [latest] = editions
  const acts = since?.parts.reduce((sum, part) => sum + part.acts, 0n) ?? 0n
  const moved = formatWan(since?.change.turnover ?? 0n)
  return (
    <section
      aria-label={t('label')}
      className="mb-4 flex flex-wrap items-center gap-x-4 gap-y-2 print:hidden"
    >
      {open ? (
        <StatusPill tone={open.status === 'review' ? 'waiting' : 'quiet'}>
          {t(open.status === 'review' ? 'review' : 'draft', { number: open.number })}
        </StatusPill>
      ) : (
        <StatusPill tone="active">{t('live')}</StatusPill>
      )}
      {editions.map(({ id, year, number, unit, publishedAt }) => (
        <TextLink href={routes.edition(year, number, { unit })} key={id}>
          {t('published', { number, day: publishedAt ? officeTime(publishedAt).day : '' })}
        </TextLink>
      ))}
      {latest && since && (
        <TextLink href={routes.sincePrint(latest.year, { edition: latest.number, unit: latest.unit })}>
          {acts === 0n
            ? t('unchanged', { number: latest.number })
            : t('since', {
                number: latest.number,
                acts: acts.toString(),
                turnover: /^[-−]|^[0.]*$/.test(moved) ? moved : `+${moved}`,
              })}
        </TextLink>
      )}
    </section>
  )
}
