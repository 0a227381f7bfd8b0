import type { Span } from '@/lib/domain/checker/claim'
import { excerptOf } from '@/lib/domain/checker/pieces'

/** A number among the words around it. */
export function Excerpt({ text, span }: { text: string; span: Span }) {
  const [before, printed, after] = excerptOf(text, span)
  return (
    <q className="wrap-anywhere text-soft [quotes:none]">
      {before}
      <strong className="font-semibold text-ink">{printed}</strong>
      {after}
    </q>
  )
}
