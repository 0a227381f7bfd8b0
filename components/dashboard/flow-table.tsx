import { useLocale, useTranslations } from 'next-intl'
import { cellHref, type ShownView } from '@/components/statistics/view'
import { Disclosure } from '@/components/ui/disclosure'
import { formatWan } from '@/lib/domain/money'
import type { SplitTable } from '@/lib/domain/statistics/catalogue'
import type { Matrix } from '@/lib/domain/statistics/glance'
import type { Member, UnitMember } from '@/lib/domain/statistics/members'
import { say } from '@/lib/domain/words'
import { routes } from '@/lib/routes'
import { DataLinks } from './data-links'

/** The flow in numbers, each the way to its contracts. */
export function FlowTable({
  spec,
  matrix,
  units,
  targets,
  view,
}: {
  spec: SplitTable
  matrix: Matrix
  units: readonly UnitMember[]
  targets: readonly Member[]
  view: ShownView
}) {
  const t = useTranslations('dashboard')
  const locale = useLocale()
  return (
    <div className="mt-3 text-sm print:hidden">
      <Disclosure summary={t('flow.table')}>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (SC 2.1.1). */}
        <section aria-label={t('flow.title')} className="scroll-hint -ml-4 overflow-x-auto" tabIndex={0}>
          <table className="figures">
            <caption className="sr-only">{t('flow.title')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('flow.unit')}</th>
                {targets.map(({ code, words }) => (
                  <th key={code} scope="col">
                    {say(words, locale)}
                    <small>{t('flow.measure')}</small>
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {units.map(({ code, words }) => (
                <tr key={code}>
                  <th scope="row">{say(words, locale)}</th>
                  {targets.map((target) => {
                    const sums = matrix.get(code)?.get(target.code)
                    const shown = formatWan(sums?.turnover ?? 0n)
                    const href = cellHref({ ...view, unit: code }, spec, { member: target.code }, 'turnover')
                    return (
                      <td data-figure={`flow.${code}.${target.code}`} key={target.code}>
                        {href && sums && sums.contracts > 0n ? <a href={href}>{shown}</a> : shown}
                      </td>
                    )
                  })}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
        {/* A file is of now. */}
        {view.asOf === null && (
          <DataLinks
            addressOf={(format) =>
              routes.crossExport({
                rows: 'unit',
                columns: 'flow',
                measure: 'turnover',
                year: view.year,
                unit: view.unit,
                format,
              })
            }
          />
        )}
      </Disclosure>
    </div>
  )
}
