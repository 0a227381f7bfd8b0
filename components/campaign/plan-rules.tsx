'use client'

import { useLocale, useTranslations } from 'next-intl'
import { SeverityBadge } from '@/components/audit/severity-badge'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { Disclosure } from '@/components/ui/disclosure'
import type { PlanChoices } from '@/lib/domain/audit/plan-draft'
import type { Severity } from '@/lib/domain/contract/check'
import { say } from '@/lib/domain/words'

const severities: readonly Severity[] = ['error', 'warning', 'hint']

/** Which rules run, by how much they weigh. */
export function PlanRules({
  rules,
  chosen,
  onChange,
}: {
  rules: PlanChoices['rules']
  chosen: readonly string[]
  onChange: (chosen: string[]) => void
}) {
  const t = useTranslations('campaigns')
  const locale = useLocale()
  const has = new Set(chosen)
  const put = (ids: readonly string[], wanted: boolean) =>
    onChange(rules.map(({ id }) => id).filter((id) => (ids.includes(id) ? wanted : has.has(id))))
  return (
    <div className="grid gap-3">
      {severities.map((severity) => {
        const own = rules.filter((rule) => rule.severity === severity)
        const ids = own.map(({ id }) => id)
        const count = ids.filter((id) => has.has(id)).length
        return (
          <Disclosure
            key={severity}
            summary={
              <>
                <SeverityBadge severity={severity} />
                {t('rulesChosen', { count, all: ids.length })}
              </>
            }
          >
            <div className="mb-2 flex gap-2">
              <Button onClick={() => put(ids, true)} size="small">
                {t('chooseAllRules')}
              </Button>
              <Button onClick={() => put(ids, false)} size="small">
                {t('chooseNone')}
              </Button>
            </div>
            <div className="grid gap-x-6 sm:grid-cols-2">
              {own.map(({ id, title, on }) => (
                <Checkbox
                  checked={has.has(id)}
                  detail={
                    <>
                      <span className="font-mono">{id}</span>
                      {!on && ` · ${t('ruleOff')}`}
                    </>
                  }
                  key={id}
                  label={say(title, locale)}
                  onChange={(event) => put([id], event.target.checked)}
                />
              ))}
            </div>
          </Disclosure>
        )
      })}
    </div>
  )
}
