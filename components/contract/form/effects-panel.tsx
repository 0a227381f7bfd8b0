import { useFormatter, useLocale, useTranslations } from 'next-intl'
import { MovesTables } from '@/components/statistics/moves-tables'
import { Panel } from '@/components/ui/panel'
import { codeWords } from '@/lib/domain/contract/code-lists'
import type { Moves } from '@/lib/domain/statistics/moves'
import { say } from '@/lib/domain/words'

export interface ShownEffects extends Moves {
  year: number
  unit: string
  dueOn: string
  large: boolean
}

/** Which figures of the year will move by this contract, until when it is decided on, and by how many. */
export function EffectsPanel({ effects }: { effects: ShownEffects | null }) {
  const t = useTranslations('checks')
  const locale = useLocale()
  const format = useFormatter()
  if (!effects) {
    return (
      <Panel title={t('effects')}>
        <p className="text-soft">{t('notEffects')}</p>
      </Panel>
    )
  }
  const due = format.dateTime(new Date(effects.dueOn), { dateStyle: 'long', timeZone: 'UTC' })
  return (
    <Panel title={t('effects')}>
      <p className="text-sm text-soft">
        {say(codeWords('unit', effects.unit), locale)} · {t('effectsIntro', { year: effects.year })}
      </p>
      <MovesTables moves={effects} />
      <div className="mt-4 grid gap-1 border-t border-line pt-3 text-sm text-soft">
        <p>{t('due', { date: due })}</p>
        <p>{t(effects.large ? 'two' : 'one')}</p>
      </div>
    </Panel>
  )
}
