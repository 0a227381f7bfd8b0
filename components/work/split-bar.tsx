import { useTranslations } from 'next-intl'
import { shownShare } from '@/lib/domain/statistics/shown'
import { type Part, shareOf } from '@/lib/domain/work/shares'
import { Live } from './numbers'

/** All days of a year's contracts in one bar: those in the office and, hatched, those at the centre. */
export function SplitBar({ id, year, part }: { id: string; year: number; part: Part }) {
  const t = useTranslations('work.turnaround')
  if (part.of === 0) return null
  const percent = (days: number) => shownShare(shareOf({ part: days, of: part.of })) ?? ''
  return (
    <div className="grid gap-x-4 gap-y-1 sm:grid-cols-[4.5rem_1fr]">
      <p className="text-soft">{t('year', { year: String(year) })}</p>
      <div>
        <div aria-hidden="true" className="flex h-5">
          <span className="hatched" style={{ width: `${(part.part * 100) / part.of}%` }} />
          <span className="hatched flex-1" data-at="2" />
        </div>
        <Live className="flex justify-between gap-4 text-sm" id={`turnaround.${id}.split`}>
          <span>{t('inOffice', { percent: percent(part.part) })}</span>
          <span>{t('inCentre', { percent: percent(part.of - part.part) })}</span>
        </Live>
      </div>
    </div>
  )
}
