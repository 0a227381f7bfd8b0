'use client'

import { useRouter } from 'next/navigation'
import { useLocale, useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { Toolbar } from '@/components/ui/panel'
import { Select } from '@/components/ui/select'
import { type DeskFilter, deskQuery, deskTypes } from '@/lib/domain/approval/desk'
import { units } from '@/lib/domain/units'
import { say } from '@/lib/domain/words'
import { routes } from '@/lib/routes'

/** Narrowing by unit and type; the choice lives in the address. */
export function DeskFilters({
  filter,
  byUnit,
}: {
  filter: DeskFilter
  byUnit: Readonly<Record<string, number>>
}) {
  const t = useTranslations('approvals')
  const locale = useLocale()
  const router = useRouter()
  const go = (change: Partial<DeskFilter>) =>
    router.push(routes.approvals(deskQuery({ ...filter, ...change })), { scroll: false })
  return (
    <Toolbar label={t('narrow')}>
      <Select
        aria-label={t('unit')}
        className="w-40 max-sm:flex-1"
        choices={units.map(({ code, words }) => ({
          value: code,
          label: `${say(words, locale)} · ${byUnit[code] ?? 0}`,
        }))}
        onChange={(event) => go({ unit: event.target.value || undefined })}
        placeholder={t('allUnits')}
        value={filter.unit ?? ''}
      />
      <Select
        aria-label={t('type')}
        className="w-40 max-sm:flex-1"
        choices={deskTypes.map(({ code, words }) => ({ value: code, label: say(words, locale) }))}
        onChange={(event) => go({ type: event.target.value || undefined })}
        placeholder={t('allTypes')}
        value={filter.type ?? ''}
      />
      {(filter.unit || filter.type) && (
        <Button kind="quiet" onClick={() => go({ unit: undefined, type: undefined })}>
          {t('clearFilter')}
        </Button>
      )}
    </Toolbar>
  )
}
