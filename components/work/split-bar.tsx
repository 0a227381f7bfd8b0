import { useTranslations } from 'next-intl'
import { useId } from 'react'
import { shownFigure } from '@/components/statistics/figure-text'
import { type Part, shareOf } from '@/lib/domain/work/shares'
import { Live } from './numbers'
import { Hatching } from './patterns'

/** All days of a year's contracts in one bar: those in the office and, hatched, those at the centre. */
export function SplitBar({ id, year, part }: { id: string; year: number; part: Part }) {
  const t = useTranslations('work.turnaround')
  const pattern = useId()
  if (part.of === 0) return null
  const percent = (of: number) => shownFigure(shareOf({ part: of, of: part.of }), 'percent') ?? ''
  const [office, centre] = [percent(part.part), percent(part.of - part.part)]
  const width = (part.part * 100) / part.of
  return (
    <div className="grid gap-x-4 gap-y-1 sm:grid-cols-[4.5rem_1fr]">
      <p className="text-soft">{t('year', { year: String(year) })}</p>
      <div>
        <svg
          aria-label={t('splitOf', { year: String(year), office, centre })}
          className="block h-5 w-full border border-line"
          preserveAspectRatio="none"
          role="img"
          viewBox="0 0 100 5"
        >
          <defs>
            <Hatching className="stroke-chart-2" id={pattern} size={1.5} />
          </defs>
          <rect className="fill-chart-1" height="5" width={width} />
          <rect fill={`url(#${pattern})`} height="5" width={100 - width} x={width} />
        </svg>
        <Live className="flex justify-between gap-4 text-sm" id={`turnaround.${id}.split`}>
          <span>{t('inOffice', { percent: office })}</span>
          <span>{t('inCentre', { percent: centre })}</span>
        </Live>
      </div>
    </div>
  )
}
