import { useTranslations } from 'next-intl'
import type { Span } from '@/lib/domain/report/spans'
import { typedDigits } from '@/lib/domain/report/typed-digits'

/** Words of the staff's own as they will be printed; numbers that nothing bears out are marked. */
export function OwnText({ spans, loose }: { spans: readonly Span[]; loose: readonly string[] }) {
  const t = useTranslations('reportEditor')
  return spans.map((span, at) => {
    const key = `${at} ${span.text}`
    if (span.kind === 'sourced') {
      return (
        <span
          className="border-b border-dotted border-edge"
          key={key}
          title={t('sourceIs', { source: span.source })}
        >
          {span.text}
        </span>
      )
    }
    if (span.kind !== 'text') {
      return (
        <span className="border-b border-line" key={key}>
          {span.text}
        </span>
      )
    }
    return <Marked key={key} loose={loose} text={span.text} />
  })
}

function Marked({ text, loose }: { text: string; loose: readonly string[] }) {
  const marks = typedDigits(text).filter((typed) => loose.includes(typed.text))
  const cuts = marks.map(({ start, end }, at) => ({
    before: text.slice(marks[at - 1]?.end ?? 0, start),
    start,
    end,
  }))
  return (
    <>
      {cuts.map(({ before, start, end }) => (
        <span key={start}>
          {before}
          <mark className="border-b-2 border-poplar bg-poplar-wash text-ink">{text.slice(start, end)}</mark>
        </span>
      ))}
      {text.slice(marks.at(-1)?.end ?? 0)}
    </>
  )
}
