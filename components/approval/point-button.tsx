'use client'

import { useLocale, useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { pathWords } from '@/lib/domain/contract/path-words'
import { say } from '@/lib/domain/words'
import { useDecision } from './decision-context'

/** Beside a field of the sheet: begins a reason for return that stands at it. */
export function PointButton({ path }: { path: string }) {
  const t = useTranslations('approvals')
  const locale = useLocale()
  const { point, panel, reasons } = useDecision()
  const pointed = reasons.some((reason) => reason.path === path || reason.path.startsWith(`${path}.`))
  return (
    <Button
      aria-label={t('pointAt', { field: say(pathWords(path), locale) })}
      className={
        panel === 'return' || pointed
          ? ''
          : 'opacity-0 group-hover/row:opacity-100 focus-visible:opacity-100 max-sm:opacity-100'
      }
      kind="quiet"
      onClick={() => point(path)}
      size="small"
    >
      {pointed ? t('pointed') : t('point')}
    </Button>
  )
}
