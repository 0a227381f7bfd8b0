import { useLocale, useTranslations } from 'next-intl'
import { FlowBox } from '@/components/chart/flow-box'
import { cellHref, type ShownView } from '@/components/statistics/view'
import { formatWan } from '@/lib/domain/money'
import type { SplitTable } from '@/lib/domain/statistics/catalogue'
import { type Band, layFlow, type Node } from '@/lib/domain/statistics/flow-layout'
import type { Matrix } from '@/lib/domain/statistics/glance'
import type { Member, UnitMember } from '@/lib/domain/statistics/members'
import { say } from '@/lib/domain/words'
import { FlowTable } from './flow-table'

const ROOM = 340
const GAP = 15

/** Who sells to whom: the units on the left, where their technology goes on the right, each band as thick as its turnover. */
export function Flow({
  spec,
  matrix,
  units,
  targets,
  view,
  source,
}: {
  spec: SplitTable
  matrix: Matrix
  units: readonly UnitMember[]
  targets: readonly Member[]
  view: ShownView
  source: string
}) {
  const t = useTranslations('dashboard.flow')
  const locale = useLocale()
  const turnover = (unit: string, target: string) => matrix.get(unit)?.get(target)?.turnover ?? 0n
  const layout = layFlow(
    units.map(({ code }) => code),
    targets.map(({ code }) => code),
    (unit, target) => Math.max(Number(turnover(unit, target)), 0),
    { room: ROOM, gap: GAP },
  )
  if (layout.height === 0) return null
  const unitName = (code: string) => nameOf(units, code, locale)
  const targetName = (code: string) => nameOf(targets, code, locale)
  const label = ({ from, to }: Band) =>
    t('band', { unit: unitName(from), target: targetName(to), value: formatWan(turnover(from, to)) })
  return (
    <div className="mt-6">
      <h4 className="mb-3 text-base font-semibold">{t('title')}</h4>
      <FlowBox
        caption={{ title: t('title'), subtitle: t('measure'), source }}
        picture={{
          height: layout.height,
          bands: layout.bands.map((band) => ({ path: pathOf(band), ink: inkOf(band.to, targets) - 1 })),
          left: layout.left.map((node) => ({ label: unitName(node.id), y: middleOf(node) })),
          right: layout.right.map((node) => ({ label: targetName(node.id), y: middleOf(node) })),
        }}
      >
        <figure
          aria-label={t('described', { units: layout.left.length })}
          className="grid grid-cols-[6.5rem_minmax(0,1fr)_5.5rem] gap-x-2 sm:grid-cols-[11rem_minmax(0,1fr)_9rem]"
          style={{ height: layout.height + 8 }}
        >
          <ul className="relative text-right text-xs sm:text-sm">
            {layout.left.map((node) => (
              <li
                className="absolute right-0 w-full truncate"
                key={node.id}
                style={{ top: middleOf(node) - 9 }}
                title={unitName(node.id)}
              >
                {unitName(node.id)}
              </li>
            ))}
          </ul>
          <svg
            aria-hidden="true"
            className="size-full"
            preserveAspectRatio="none"
            viewBox={`0 0 100 ${layout.height + 8}`}
          >
            {layout.bands.map((band) => (
              <a
                aria-label={label(band)}
                className="opacity-60 hover:opacity-100"
                href={
                  cellHref({ ...view, unit: band.from }, spec, { member: band.to }, 'turnover') ?? undefined
                }
                key={`${band.from}-${band.to}`}
                tabIndex={-1}
              >
                <path d={pathOf(band)} fill={`var(--color-chart-${inkOf(band.to, targets)})`}>
                  <title>{label(band)}</title>
                </path>
              </a>
            ))}
          </svg>
          <ul className="relative text-xs sm:text-sm">
            {layout.right.map((node) => (
              <li
                className="absolute left-0 flex w-full gap-1.5"
                key={node.id}
                style={{ top: middleOf(node) - 9 }}
              >
                <span className="hatched mt-1 size-2.5 shrink-0" data-at={inkOf(node.id, targets)} />
                <span>{targetName(node.id)}</span>
              </li>
            ))}
          </ul>
        </figure>
      </FlowBox>
      <FlowTable matrix={matrix} spec={spec} targets={targets} units={units} view={view} />
    </div>
  )
}

const nameOf = (members: readonly Member[], code: string, locale: string): string => {
  const words = members.find((one) => one.code === code)?.words
  return words ? say(words, locale) : code
}

const inkOf = (code: string, targets: readonly Member[]): number =>
  targets.findIndex((one) => one.code === code) + 1

const middleOf = ({ top, bottom }: Node): number => (top + bottom) / 2

/** From the left edge to the right one, in a curve that leaves and arrives level. */
const pathOf = ({ left, right }: Band): string =>
  `M0 ${left[0]}C50 ${left[0]} 50 ${right[0]} 100 ${right[0]}V${right[1]}C50 ${right[1]} 50 ${left[1]} 0 ${left[1]}Z`
