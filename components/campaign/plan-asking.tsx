'use client'

import { useTranslations } from 'next-intl'
import { DateInput } from '@/components/ui/date-input'
import { Field } from '@/components/ui/field'
import { Panel } from '@/components/ui/panel'
import { TextArea } from '@/components/ui/text-input'
import type { PlanDraft, PlanMistake } from '@/lib/domain/audit/plan-draft'

/** By when the offices answer, and what they are told. */
export function PlanAsking({
  draft,
  mistakes,
  today,
  change,
}: {
  draft: PlanDraft
  mistakes: readonly PlanMistake[]
  today: string
  change: (changes: Partial<PlanDraft>) => void
}) {
  const t = useTranslations('campaigns')
  const late = mistakes.find((one) => one === 'dueOn' || one === 'past')
  return (
    <Panel title={t('asking')}>
      <div className="grid gap-5">
        <Field
          error={late && t(`mistakes.${late}`)}
          hint={t('dueHint')}
          id="plan-due"
          label={t('due')}
          required
        >
          {(control) => (
            <DateInput {...control} min={today} onChange={(dueOn) => change({ dueOn })} value={draft.dueOn} />
          )}
        </Field>
        <Field hint={t('instructionsHint')} id="plan-instructions" label={t('instructions')}>
          {(control) => (
            <TextArea
              {...control}
              maxLength={4000}
              onChange={(event) => change({ instructions: event.target.value })}
              rows={5}
              value={draft.instructions}
            />
          )}
        </Field>
      </div>
    </Panel>
  )
}
