'use client'

import { useRouter } from 'next/navigation'
import { useLocale, useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { Toolbar } from '@/components/ui/panel'
import { Select } from '@/components/ui/select'
import { type RequestKind, requestKindNames, requestKinds } from '@/lib/domain/request/kinds'
import { type RequestListQuery, requestQuery } from '@/lib/domain/request/list-query'
import { units } from '@/lib/domain/units'
import { say } from '@/lib/domain/words'
import { routes } from '@/lib/routes'

/** Narrowing by kind, and by unit where several are within reach; the choice lives in the address. */
export function RequestFilters({ query, withUnits }: { query: RequestListQuery; withUnits: boolean }) {
  const t = useTranslations('requests')
  const locale = useLocale()
  const router = useRouter()
  const go = (change: { kind?: RequestKind | undefined; unit?: string | undefined }) =>
    router.push(routes.requests(requestQuery({ ...query, page: 1, ...change })), { scroll: false })
  return (
    <Toolbar label={t('narrow')}>
      <Select
        aria-label={t('kind')}
        className="w-36 max-sm:flex-1"
        choices={requestKindNames.map((kind) => ({
          value: kind,
          label: say(requestKinds[kind].words, locale),
        }))}
        onChange={({ target }) => go({ kind: requestKindNames.find((kind) => kind === target.value) })}
        placeholder={t('allKinds')}
        value={query.kind ?? ''}
      />
      {withUnits && (
        <Select
          aria-label={t('unit')}
          className="w-40 max-sm:flex-1"
          choices={units.map(({ code, words }) => ({ value: code, label: say(words, locale) }))}
          onChange={({ target }) => go({ unit: target.value || undefined })}
          placeholder={t('allUnits')}
          value={query.unit ?? ''}
        />
      )}
      {(query.kind || query.unit) && (
        <Button kind="quiet" onClick={() => go({ kind: undefined, unit: undefined })}>
          {t('clearFilter')}
        </Button>
      )}
    </Toolbar>
  )
}
