'use client'

import { useLocale, useTranslations } from 'next-intl'
import { Checkbox } from '@/components/ui/checkbox'
import { Panel } from '@/components/ui/panel'
import type { Checklist } from '@/lib/domain/approval/checklist'
import { say, type Words } from '@/lib/domain/words'
import { useDecision } from './decision-context'

/** What must hold for the contract to be of its type. Ticking helps the eye and is kept with the decision. */
export function ChecklistPanel({ list, type }: { list: Checklist; type: Words }) {
  const t = useTranslations('approvals')
  const locale = useLocale()
  const { checked, tick } = useDecision()
  return (
    <Panel
      id="checklist"
      note={say({ zh: list.source, en: list.source }, locale)}
      title={t('checklist', { type: say(type, locale) })}
    >
      <ul className="grid gap-1">
        {list.conditions.map(({ id, words }) => (
          <li key={id}>
            <Checkbox checked={checked.has(id)} label={say(words, locale)} onChange={() => tick(id)} />
          </li>
        ))}
      </ul>
      <p className="mt-3 border-l-2 border-cinnabar/50 pl-3 text-soft">
        <span className="font-medium text-ink">{t('notThisType')}</span>
        {say(list.notThis, locale)}
      </p>
    </Panel>
  )
}
