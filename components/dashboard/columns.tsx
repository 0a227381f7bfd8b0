import { useLocale, useTranslations } from 'next-intl'
import { ChartBox } from '@/components/chart/chart-box'
import { COLUMNS } from '@/components/chart/chart-data'
import { cellHref } from '@/components/statistics/view'
import { isFigure } from '@/lib/domain/statistics/figure'
import { say } from '@/lib/domain/words'
import { Legend } from './legend'
import { chartData, described, type PictureProps, percentOf, unitOf } from './picture'

/** Months from left to right, the year before beside; a column says its figures to whoever points at it, and opens them. */
export function Columns({ spec, picture, marks, view, caption, shownMonths }: PictureProps) {
  const t = useTranslations('dashboard')
  const statistics = useTranslations('statistics')
  const locale = useLocale()
  const data = chartData(picture, marks, { year: view.year, locale, known: shownMonths })
  const height = percentOf(data)
  const unit = statistics(`unitsOf.${unitOf(picture.measure)}`)
  const [before, own] = data.series
  return (
    <>
      <Legend year={view.year} />
      <ChartBox
        caption={caption}
        data={data}
        description={described(caption.title, data)}
        place="inset-x-0 top-0 h-56"
      >
        <ul className="flex" style={{ height: COLUMNS }}>
          {marks.map((mark, at) => {
            const label = data.labels[at] ?? ''
            const href = cellHref(view, spec, mark.row, picture.measure)
            const said = [own, before].flatMap((one) =>
              one ? [t('ofYear', { year: one.name, value: one.shown[at] ?? '', unit })] : [],
            )
            const tip = (
              <span className={at < marks.length / 2 ? 'tip left-0' : 'tip right-0'}>
                <strong className="block">{label}</strong>
                {said.map((one) => (
                  <span className="block" key={one}>
                    {one}
                  </span>
                ))}
              </span>
            )
            const columns = (
              <span aria-hidden="true" className="plain flex h-full items-end justify-center">
                {[before, own].map(
                  (one) =>
                    one && (
                      <span
                        className="hatched w-[34%] max-w-7"
                        data-at={one.before ? 'before' : undefined}
                        key={one.name}
                        style={{ height: height(one.values[at] ?? 0) }}
                      />
                    ),
                )}
              </span>
            )
            const open = href && at < shownMonths && isFigure(mark.value) && mark.value.n !== 0n
            return (
              <li className="relative h-full flex-1 pt-5" key={mark.row.member}>
                {open ? (
                  <a
                    aria-label={[label, ...said].join(', ')}
                    className="relative z-1 block h-full rounded-sm hover:bg-ink/5"
                    href={href}
                  >
                    {columns}
                    {tip}
                  </a>
                ) : (
                  <>
                    {columns}
                    {tip}
                  </>
                )}
              </li>
            )
          })}
        </ul>
        <ol aria-hidden="true" className="flex border-t border-edge pt-1 text-center text-xs text-soft">
          {marks.map((mark) => (
            <li className="flex-1 truncate" key={mark.row.member}>
              {locale === 'en' ? say(mark.words, locale).slice(0, 3) : Number(mark.row.member)}
            </li>
          ))}
        </ol>
      </ChartBox>
    </>
  )
}
