import { useTranslations } from 'next-intl'
import { cx } from '@/components/ui/classes'
import { type Piece, piecesOf } from '@/lib/domain/checker/pieces'
import type { CheckedReport } from '@/lib/domain/checker/report'
import { findingId, markId } from './places'

type Mark = CheckedReport['findings'][number] & { mark: number }

/** A text with its findings underlined: errors straight, remarks wavy, so that they are told apart without colour. */
export function MarkedText({
  text,
  marks,
  from = 0,
}: {
  text: string
  marks: readonly Mark[]
  from?: number
}) {
  return piecesOf(text, marks, from).map((piece) => {
    const [first] = marks.filter(({ mark }) => piece.marks.includes(mark))
    return first ? <Marked first={first} key={piece.start} marks={marks} piece={piece} /> : piece.text
  })
}

const looks = {
  error: 'bg-cinnabar-wash text-cinnabar decoration-cinnabar',
  remark: 'bg-poplar-wash text-poplar-ink decoration-poplar decoration-wavy',
}

function Marked({ piece, first, marks }: { piece: Piece; first: Mark; marks: readonly Mark[] }) {
  const t = useTranslations('checker')
  const begins = marks.filter(({ start, mark }) => start === piece.start && piece.marks.includes(mark))
  return (
    <mark className="bg-transparent text-inherit">
      {begins.map(({ mark }) => (
        <span id={markId(mark)} key={mark} />
      ))}
      <a
        className={cx(
          'rounded-sm font-semibold underline decoration-2 underline-offset-3',
          looks[first.severity],
        )}
        href={`#${findingId(first.mark)}`}
      >
        {piece.text}
        <span className="sr-only">
          {t('toFinding', { number: first.mark + 1, severity: t(`severity.${first.severity}`) })}
        </span>
      </a>
    </mark>
  )
}
