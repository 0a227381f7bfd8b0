import { useTranslations } from 'next-intl'
import { TextLink } from '@/components/ui/button'
import { Panel } from '@/components/ui/panel'
import { EmptyState } from '@/components/ui/states'

/** Nothing is registered in a year and the one before: says so, and which years have something. */
export function EmptyYear({
  year,
  others,
  addressOf,
}: {
  year: number
  others: readonly number[]
  addressOf: (year: number) => string
}) {
  const t = useTranslations('statistics')
  return (
    <Panel>
      <EmptyState icon="chart" title={t('emptyTitle', { year: String(year) })}>
        <p>{t('emptyBody')}</p>
        <OtherYears addressOf={addressOf} years={others} />
      </EmptyState>
    </Panel>
  )
}

/** The years that have something, each a link large enough for a thumb. */
export function OtherYears({
  years,
  addressOf,
}: {
  years: readonly number[]
  addressOf: (year: number) => string
}) {
  const t = useTranslations('statistics')
  if (years.length === 0) return null
  return (
    <p className="mt-2 flex flex-wrap items-center justify-center gap-x-3">
      {t('otherYears')}
      {years.map((one) => (
        <TextLink className="py-0.5" href={addressOf(one)} key={one}>
          {t('yearOption', { year: String(one) })}
        </TextLink>
      ))}
    </p>
  )
}
