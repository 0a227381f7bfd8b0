'use client'

import { useRouter } from 'next/navigation'
import { useLocale, useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { Toolbar } from '@/components/ui/panel'
import { Select } from '@/components/ui/select'
import { type FindingQuery, findingQuery } from '@/lib/domain/audit/finding-filter'
import { codeWords } from '@/lib/domain/contract/code-lists'
import { say, type Words } from '@/lib/domain/words'
import { routes } from '@/lib/routes'

/** Narrowing findings by unit and rule; the choice lives in the address. */
export function FindingFilters({
  campaign,
  query,
  units,
  rules,
}: {
  campaign: string
  query: FindingQuery
  /** Units with findings; an office has its own alone and chooses none. */
  units: readonly string[]
  rules: readonly { id: string; words: Words; findings: number }[]
}) {
  const t = useTranslations('campaigns')
  const locale = useLocale()
  const router = useRouter()
  const go = (change: Partial<FindingQuery>) =>
    router.push(routes.audit.campaign(campaign, findingQuery({ ...query, ...change, page: 1 })), {
      scroll: false,
    })
  return (
    <Toolbar label={t('narrow')}>
      {units.length > 1 && (
        <Select
          aria-label={t('unit')}
          choices={units.map((code) => ({ value: code, label: say(codeWords('unit', code), locale) }))}
          className="w-36 max-sm:flex-1"
          onChange={(event) => go({ unit: event.target.value || undefined })}
          placeholder={t('allUnits')}
          value={query.unit ?? ''}
        />
      )}
      <Select
        aria-label={t('rule')}
        choices={rules.map(({ id, words, findings }) => ({
          value: id,
          label: `${say(words, locale)} · ${findings}`,
        }))}
        className="w-60 max-sm:w-full"
        onChange={(event) => go({ rule: event.target.value || undefined })}
        placeholder={t('allRules')}
        value={query.rule ?? ''}
      />
      {(query.unit || query.rule) && (
        <Button kind="quiet" onClick={() => go({ unit: undefined, rule: undefined })}>
          {t('clearFilter')}
        </Button>
      )}
    </Toolbar>
  )
}
