import { useLocale } from 'next-intl'
import type { ShownView } from '@/components/statistics/view'
import type { Said, Span } from '@/lib/domain/report/spans'
import type { UnitMember } from '@/lib/domain/statistics/members'
import { ReportNumber } from './report-number'

/** The spans of the reader's language. */
export const spansIn = (said: Said, locale: string): readonly Span[] =>
  locale.startsWith('en') ? said.en : said.zh

/** What a sentence, a caption or a note says; its numbers are the way to their contracts. */
export function SaidText({
  said,
  id,
  view,
  units,
  opens,
}: {
  said: Said
  /** Names its numbers on the page. */
  id: string
  view: ShownView
  units: readonly UnitMember[]
  /** The sheet that says what it rests on, where the page has one. */
  opens?: string
}) {
  const spans = spansIn(said, useLocale())
  return spans.map((span, at) => {
    const key = `${id}.${at}`
    if (span.kind === 'number') {
      return <ReportNumber figure={key} key={key} opens={opens} span={span} units={units} view={view} />
    }
    if (span.kind === 'reference') {
      return (
        <a className="door" href={`#${span.to}`} key={key}>
          {span.text}
        </a>
      )
    }
    if (span.kind === 'sourced') {
      return (
        <span key={key} title={span.source}>
          {span.text}
        </span>
      )
    }
    return span.text
  })
}
