import { useLocale, useTranslations } from 'next-intl'
import { unitOf } from '@/components/dashboard/picture'
import { pictureKinds } from '@/components/dashboard/picture-kinds'
import { pictureOf } from '@/lib/domain/report/drawn'
import type { Block } from '@/lib/domain/report/model'
import { plain } from '@/lib/domain/report/spans'
import { measures } from '@/lib/domain/statistics/measures'
import { marksOf } from '@/lib/domain/statistics/picture'
import { say } from '@/lib/domain/words'
import { ExhibitCaption } from './exhibit-caption'
import type { ReportProps } from './report-document'
import { spansIn } from './said-text'
import { tableIn } from './table-in'
import { VolumePicture } from './volume-picture'

type FigureProps = ReportProps & { block: Extract<Block, { kind: 'figure' }> }

/** A picture of the year: what it says above it, its number in the report below. */
export function ReportFigure({ block, ...props }: FigureProps) {
  const { tables, units, view } = props
  if (!tableIn(tables, block.table)) return null
  return (
    <figure className="my-6 print:break-inside-avoid" id={block.id}>
      <FigureBody block={block} {...props} />
      <ExhibitCaption block={block} units={units} view={view} />
    </figure>
  )
}

/** The picture alone, under what it says. */
export function FigureBody({ block, view, tables, source }: FigureProps) {
  const t = useTranslations('dashboard')
  const statistics = useTranslations('statistics')
  const locale = useLocale()
  const one = tableIn(tables, block.table)
  if (!one) return null
  const { spec, table } = one
  const picture = pictureOf(block.id, spec)
  const measured =
    picture &&
    t('measured', {
      what: say(spec.title, locale),
      measure: say(measures[picture.measure].words, locale),
      unit: statistics(`unitsOf.${unitOf(picture.measure)}`),
    })
  const Kind = picture && pictureKinds[picture.kind]
  return (
    <>
      <p className="font-semibold">{say(block.statement, locale)}</p>
      {measured && <p className="mb-3 text-sm text-soft">{measured}</p>}
      {Kind ? (
        <Kind
          alone={false}
          caption={{ title: plain(spansIn(block.caption, locale)), subtitle: measured ?? '', source }}
          marks={marksOf(picture, table)}
          picture={picture}
          shownMonths={12}
          spec={spec}
          view={view}
        />
      ) : (
        <VolumePicture spec={spec} table={table} view={view} />
      )}
    </>
  )
}
