import { useLocale, useTranslations } from 'next-intl'
import type { ShownView } from '@/components/statistics/view'
import { Icon } from '@/components/ui/icon'
import { claimWords } from '@/lib/domain/report/claims'
import { isMeasure } from '@/lib/domain/report/places'
import { type NumberSpan, plain, type Said } from '@/lib/domain/report/spans'
import { measures } from '@/lib/domain/statistics/measures'
import type { UnitMember } from '@/lib/domain/statistics/members'
import { say } from '@/lib/domain/words'
import { addressOf } from './report-number'
import { spansIn } from './said-text'
import { useCitation } from './use-citation'

/** Names the sheet of a sentence, which its numbers open too. */
export const evidenceId = (id: string) => `why-${id}`

/** Opens what a sentence rests on; a mark that steps back behind the words. */
export function EvidenceMark({ id, said }: { id: string; said: Said }) {
  const t = useTranslations('report')
  return (
    <>
      {/* Keeps the mark on the line of the last word. */}
      {'\u2060'}
      <button
        aria-label={t('evidenceOf', { text: plain(spansIn(said, useLocale())) })}
        className="mx-0.5 inline-grid size-6 place-items-center rounded-sm align-middle text-faint hover:bg-hover hover:text-jade print:hidden"
        popoverTarget={evidenceId(id)}
        type="button"
      >
        <Icon className="size-3.5" name="info" />
      </button>
    </>
  )
}

/** What a sentence claims and what each of its numbers is, exactly; the browser opens and closes it, script or not. */
export function Evidence({
  id,
  said,
  claims,
  view,
  units,
}: {
  id: string
  said: Said
  claims: readonly string[]
  view: ShownView
  units: readonly UnitMember[]
}) {
  const t = useTranslations('report')
  const locale = useLocale()
  const spans = spansIn(said, locale)
  const numbers = spans.filter(
    (span): span is NumberSpan => span.kind === 'number' && span.measure !== 'year',
  )
  const sourced = spans.flatMap((span) => (span.kind === 'sourced' ? [span] : []))
  return (
    <div
      aria-label={t('evidence')}
      className="m-auto max-h-[80dvh] w-[min(34rem,calc(100vw-2rem))] overflow-y-auto rounded-lg border border-line bg-raised p-5 text-base text-ink shadow-raised"
      id={evidenceId(id)}
      popover="auto"
      role="dialog"
    >
      <p className="text-soft">{plain(spans)}</p>
      {claims.length > 0 && (
        <>
          <p className="mt-3 font-semibold">{t('claims')}</p>
          <ul className="list-disc pl-5">
            {claims.map((claim) => {
              const words = claimWords(claim)
              return words && <li key={claim}>{say(words, locale)}</li>
            })}
          </ul>
        </>
      )}
      {numbers.length + sourced.length > 0 && (
        <>
          <p className="mt-3 font-semibold">{t('numbers')}</p>
          <ul className="grid gap-2">
            {numbers.map((span, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the same number may stand twice in a sentence.
              <OneNumber key={at} span={span} units={units} view={view} />
            ))}
            {sourced.map(({ text, source }) => (
              <li key={text}>
                <span className="font-medium">{text}</span>
                <span className="block text-sm text-soft">{t('source', { source })}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}

function OneNumber({
  span,
  view,
  units,
}: {
  span: NumberSpan
  view: ShownView
  units: readonly UnitMember[]
}) {
  const t = useTranslations('report')
  const locale = useLocale()
  const href = addressOf(span, view)
  const note = isMeasure(span.measure) ? measures[span.measure].note : undefined
  return (
    <li>
      <span className="font-medium">{span.text}</span>
      <span className="block text-sm text-soft">{useCitation(units)(span)}</span>
      {note && <span className="block text-sm text-faint">{say(note, locale)}</span>}
      {href && (
        <a className="text-sm text-jade underline" href={href}>
          {t('openContracts')}
        </a>
      )}
    </li>
  )
}
