'use client'

import { useTranslations } from 'next-intl'
import { Checkbox } from '@/components/ui/checkbox'
import { Field, Fieldset } from '@/components/ui/field'
import { Panel } from '@/components/ui/panel'
import { TextInput } from '@/components/ui/text-input'
import type { PlanDraft, PlanMistake } from '@/lib/domain/audit/plan-draft'

/** Which contracts are held against their text by hand. */
export function PlanSample({
  draft,
  mistakes,
  change,
}: {
  draft: PlanDraft
  mistakes: readonly PlanMistake[]
  change: (changes: Partial<PlanDraft>) => void
}) {
  const t = useTranslations('campaigns')
  return (
    <Panel note={t('sampleNote')} title={t('sampleTitle')}>
      <div className="grid gap-5">
        <Fieldset id="plan-kinds" label={t('wholly')}>
          <div className="flex flex-wrap gap-x-6">
            {(['large', 'tax', 'foreign'] as const).map((kind) => (
              <Checkbox
                checked={draft[kind]}
                key={kind}
                label={t(`kinds.${kind}`)}
                onChange={(event) => change({ [kind]: event.target.checked })}
              />
            ))}
          </div>
        </Fieldset>
        <div className="flex flex-wrap gap-x-8 gap-y-5">
          <Field
            error={mistakes.includes('random') && t('mistakes.random')}
            hint={t('randomHint')}
            id="plan-random"
            label={t('random')}
            required
          >
            {(control) => (
              <TextInput
                {...control}
                after={t('contractsAfter')}
                className="w-36"
                inputMode="numeric"
                numeric
                onChange={(event) => change({ random: event.target.value })}
                value={draft.random}
              />
            )}
          </Field>
          <Field
            error={mistakes.includes('seed') && t('mistakes.seed')}
            hint={t('seedHint')}
            id="plan-seed"
            label={t('seed')}
            required
          >
            {(control) => (
              <TextInput
                {...control}
                className="max-w-36"
                inputMode="numeric"
                numeric
                onChange={(event) => change({ seed: event.target.value })}
                value={draft.seed}
              />
            )}
          </Field>
        </div>
      </div>
    </Panel>
  )
}
