import { useTranslations } from 'next-intl'
import type { Progress } from '@/lib/domain/audit/progress'

/** How far findings have come, as a bar with its figures: settled full, answered hatched. */
export function ProgressBar({ progress, figure }: { progress: Progress; figure?: string }) {
  const t = useTranslations('campaigns')
  const { findings, toJudge, replied, settled } = progress
  if (findings === 0) return <p className="text-sm text-faint">{t('nothingFound')}</p>
  const width = (part: number) => ({ width: `${(part * 100) / findings}%` })
  return (
    <div className="grid w-full min-w-36 max-w-xs gap-1">
      <div aria-hidden="true" className="flex h-2 bg-sunken">
        <span className="hatched" style={width(settled)} />
        <span className="hatched" data-at="2" style={width(toJudge)} />
      </div>
      <p className="text-sm text-soft">
        <span className="rounded-sm" data-figure={figure}>
          {t('progress', { replied, settled, all: findings })}
        </span>
      </p>
    </div>
  )
}
