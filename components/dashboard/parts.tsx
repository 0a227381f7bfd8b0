import { useLocale, useTranslations } from 'next-intl'
import { ChartBox } from '@/components/chart/chart-box'
import { PARTS } from '@/components/chart/chart-data'
import { cellHref } from '@/components/statistics/view'
import { shownShare } from '@/lib/domain/statistics/shown'
import { say } from '@/lib/domain/words'
import { FigureDoor } from './figure-door'
import { chartData, described, type PictureProps } from './picture'

/** One bar of the whole, parted; each part named below with its share and its figure. */
export function Parts({ spec, picture, marks, view, caption, alone }: PictureProps) {
  const t = useTranslations('dashboard')
  const locale = useLocale()
  const data = chartData(picture, marks, { year: view.year, locale })
  const values = data.series[0]?.values ?? []
  const whole = values.reduce((a, b) => a + b, 0)
  if (whole === 0) return <p className="text-soft">{t('nothingToDraw')}</p>
  return (
    <ChartBox
      caption={caption}
      corner={alone}
      data={data}
      description={described(caption.title, data)}
      place="inset-x-0 top-0 h-11"
    >
      <div aria-hidden="true" className="flex" style={{ height: PARTS }}>
        {marks.map((mark, at) => {
          const href = cellHref(view, spec, mark.row, picture.measure)
          const style = { width: `${((values[at] ?? 0) / whole) * 100}%` }
          const Place = href ? 'a' : 'span'
          return (
            <Place
              className="relative z-1 block hover:opacity-80"
              key={mark.row.member}
              style={style}
              {...(href && { href, tabIndex: -1 })}
            >
              <span className="plain hatched block h-full border-r border-sheet" data-at={at + 1} />
            </Place>
          )
        })}
      </div>
      <ul className="mt-3 grid gap-x-6 gap-y-2 sm:grid-cols-2">
        {marks.map((mark, at) => (
          <li className="flex items-baseline gap-2" key={mark.row.member}>
            <span className="hatched size-3 shrink-0 self-center" data-at={at + 1} />
            <span className="min-w-0 flex-1">{say(mark.words, locale)}</span>
            <strong className="font-semibold">{shownShare(mark.share)}</strong>
            <span className="w-24 text-right text-soft">
              <FigureDoor
                cell={mark.value}
                measure={picture.measure}
                row={mark.row}
                spec={spec}
                view={view}
              />
            </span>
          </li>
        ))}
      </ul>
    </ChartBox>
  )
}
