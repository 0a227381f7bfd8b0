import { useLocale, useTranslations } from 'next-intl'
import { ChartBox } from '@/components/chart/chart-box'
import { ROW } from '@/components/chart/chart-data'
import { shownShare } from '@/lib/domain/statistics/shown'
import { say } from '@/lib/domain/words'
import { FigureDoor } from './figure-door'
import { Legend } from './legend'
import { chartData, described, type PictureProps, percentOf } from './picture'
import { Place } from './place'

/** Members one below the other, each with its name, its bar and its figure. */
export function Bars({ spec, picture, marks, view, caption, alone }: PictureProps) {
  const t = useTranslations('dashboard')
  const locale = useLocale()
  const data = chartData(picture, marks, { year: view.year, locale })
  const width = percentOf(data)
  const [own, before] = data.series
  if (marks.length === 0) return <p className="text-soft">{t('nothingToDraw')}</p>
  return (
    <>
      {before && <Legend year={view.year} />}
      <ChartBox
        caption={caption}
        corner={alone}
        data={data}
        description={described(caption.title, data)}
        place="inset-y-0 right-[6.75rem] left-[7.25rem] sm:right-[7.75rem] sm:left-[11.75rem]"
      >
        <ul>
          {marks.map((mark, at) => (
            <li
              className="grid grid-cols-[6.5rem_minmax(0,1fr)_6rem] items-center gap-x-3 sm:grid-cols-[11rem_minmax(0,1fr)_7rem]"
              key={mark.row.member}
              style={{ height: ROW }}
            >
              <span className="line-clamp-2 text-sm leading-4" title={say(mark.words, locale)}>
                {say(mark.words, locale)}
                <Place row={mark.row} />
              </span>
              <span aria-hidden="true" className="plain grid gap-1">
                <span className="hatched h-3" style={{ width: width(own?.values[at] ?? 0) }} />
                {before && (
                  <span
                    className="hatched h-1.25"
                    data-at="before"
                    style={{ width: width(before.values[at] ?? 0) }}
                  />
                )}
              </span>
              <span className="grid text-right leading-4">
                <FigureDoor
                  cell={mark.value}
                  measure={picture.measure}
                  row={mark.row}
                  spec={spec}
                  view={view}
                />
                {mark.share && (
                  <span className="text-xs leading-3.5 text-faint">{shownShare(mark.share)}</span>
                )}
              </span>
            </li>
          ))}
        </ul>
      </ChartBox>
    </>
  )
}
