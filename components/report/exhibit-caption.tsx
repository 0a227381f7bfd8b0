import { useTranslations } from 'next-intl'
import type { Block } from '@/lib/domain/report/model'
import type { ReportProps } from './report-document'
import { SaidText } from './said-text'

/** 表 1 …, 图 1 …. */
export function ExhibitCaption({
  block: { kind, id, number, caption },
  view,
  units,
}: Pick<ReportProps, 'view' | 'units'> & { block: Extract<Block, { kind: 'table' | 'figure' }> }) {
  const t = useTranslations('report')
  return (
    <figcaption className="my-2 text-center font-semibold">
      <span className="mr-2">{t(kind === 'table' ? 'tableNumber' : 'figureNumber', { number })}</span>{' '}
      <SaidText id={id} said={caption} units={units} view={view} />
    </figcaption>
  )
}
