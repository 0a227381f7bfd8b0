'use client'

import { useLocale, useTranslations } from 'next-intl'
import { ProblemNotice } from '@/components/contract/problem-notice'
import { Count } from '@/components/format/text'
import { cx } from '@/components/ui/classes'
import { Panel } from '@/components/ui/panel'
import { Spinner } from '@/components/ui/spinner'
import { Stat } from '@/components/ui/stat'
import type { PlanChoices } from '@/lib/domain/audit/plan-draft'
import { say } from '@/lib/domain/words'
import type { Preview, usePreview } from './use-preview'

/** What the plan as it stands would find; nothing of it is kept. */
export function PlanPreview({
  seen: { preview, problem, stale },
  rules,
}: {
  seen: ReturnType<typeof usePreview>
  rules: PlanChoices['rules']
}) {
  const t = useTranslations('campaigns')
  return (
    <Panel note={t('previewNote')} title={t('preview')}>
      <div aria-busy={stale} aria-live="polite" className="grid gap-4">
        <ProblemNotice problem={problem} />
        {!preview && !problem && <Spinner />}
        {preview && (
          <div className={cx('grid gap-4', stale && 'opacity-55')}>
            <Figures preview={preview} />
            <ByRule preview={preview} rules={rules} />
          </div>
        )}
      </div>
    </Panel>
  )
}

function Figures({ preview }: { preview: Preview }) {
  const t = useTranslations('campaigns')
  return (
    <>
      <div className="flex flex-wrap gap-x-8 gap-y-3">
        {(['contracts', 'sampled', 'findings'] as const).map((name) => (
          <Stat
            key={name}
            label={t(`previewed.${name}`)}
            size="small"
            value={<Count value={preview[name]} />}
          />
        ))}
      </div>
      {preview.contracts === 0 && <p className="text-poplar-ink">{t('nothingInScope')}</p>}
      {preview.explained > 0 && (
        <p className="text-sm text-soft">{t('leftExplained', { count: preview.explained })}</p>
      )}
    </>
  )
}

function ByRule({ preview, rules }: { preview: Preview; rules: PlanChoices['rules'] }) {
  const t = useTranslations('campaigns')
  const locale = useLocale()
  if (preview.byRule.length === 0) return <p className="text-soft">{t('noHits')}</p>
  const titles = new Map(rules.map(({ id, title }) => [id, say(title, locale)]))
  return (
    <dl className="divide-y divide-line text-sm">
      {preview.byRule.map(({ rule, findings }) => (
        <div className="flex justify-between gap-4 py-1" key={rule}>
          <dt className="min-w-0">{titles.get(rule) ?? rule}</dt>
          <dd>
            <Count value={findings} />
          </dd>
        </div>
      ))}
    </dl>
  )
}
