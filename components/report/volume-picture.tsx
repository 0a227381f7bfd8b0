import { useLocale, useTranslations } from 'next-intl'
import { FigureDoor } from '@/components/dashboard/figure-door'
import { Legend } from '@/components/dashboard/legend'
import type { ShownView } from '@/components/statistics/view'
import { volumePairs } from '@/lib/domain/report/drawn'
import type { SplitTable } from '@/lib/domain/statistics/catalogue'
import type { Table } from '@/lib/domain/statistics/compute'
import { measures } from '@/lib/domain/statistics/measures'
import { lengthOf } from '@/lib/domain/statistics/picture'
import { say } from '@/lib/domain/words'

/** The year's sums, each above the same of the year before. */
export function VolumePicture({ spec, table, view }: { spec: SplitTable; table: Table; view: ShownView }) {
  const t = useTranslations('statistics')
  const locale = useLocale()
  const [row] = table.rows
  if (!row) return null
  return (
    <>
      <Legend year={view.year} />
      <dl className="grid gap-4">
        {volumePairs.map((pair) => {
          const { unit, words } = measures[pair[0]]
          const lengths = pair.map((name) => Math.max(lengthOf(row.cells[name], unit), 0))
          const most = Math.max(...lengths)
          return (
            <div className="grid grid-cols-1 gap-x-3 sm:grid-cols-[11rem_minmax(0,1fr)]" key={pair[0]}>
              <dt className="text-sm">
                {say(words, locale)} <span className="text-faint">{t(`unitsOf.${unit}`)}</span>
              </dt>
              {pair.map((name, at) => (
                <dd
                  className="grid min-h-8 grid-cols-[minmax(0,1fr)_7rem] items-center gap-x-3 sm:col-start-2"
                  key={name}
                >
                  <span
                    aria-hidden="true"
                    className="hatched h-3"
                    data-at={at === 1 ? 'before' : undefined}
                    style={{ width: most > 0 ? `${((lengths[at] ?? 0) / most) * 100}%` : 0 }}
                  />
                  <span className="text-right [&_.door]:min-w-6">
                    <FigureDoor
                      cell={row.cells[name] ?? { missing: 'no-base' }}
                      measure={name}
                      row={row}
                      spec={spec}
                      view={view}
                    />
                  </span>
                </dd>
              ))}
            </div>
          )
        })}
      </dl>
    </>
  )
}
