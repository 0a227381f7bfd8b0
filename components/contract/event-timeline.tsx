import { useLocale, useTranslations } from 'next-intl'
import { Money } from '@/components/format/money'
import { DateText } from '@/components/format/text'
import type { Tone } from '@/components/ui/badge'
import { TextLink } from '@/components/ui/button'
import { type Moment, Timeline } from '@/components/ui/lists'
import { codeWords } from '@/lib/domain/contract/code-lists'
import { differences } from '@/lib/domain/contract/diff'
import { type Act, actWords, type HistoryEntry, reasonListOf } from '@/lib/domain/contract/history'
import { pathWords } from '@/lib/domain/contract/path-words'
import { say } from '@/lib/domain/words'

const tones: Record<Act, Tone> = {
  create: 'quiet',
  import: 'good',
  submit: 'active',
  withdraw: 'quiet',
  discard: 'quiet',
  approve: 'good',
  return: 'waiting',
  refuse: 'bad',
  dispute: 'waiting',
  correct: 'active',
  change: 'active',
  cancel: 'quiet',
  revoke: 'bad',
}

/**
 * Everything that happened to a contract, the latest first: who, when, what was said. `versionHref` leads to the
 * content as it stood after an event; what changed since the event before is counted and shown there.
 */
export function EventTimeline({
  history,
  versionHref,
}: {
  /** In the order it happened. */
  history: readonly HistoryEntry[]
  versionHref?: (seq: number) => string
}) {
  const t = useTranslations('contracts')
  const locale = useLocale()
  const moments = history.map((entry, index): Moment => {
    const before = history[index - 1]
    const changes = before ? differences(before.content, entry.content).length : 0
    return {
      key: String(entry.seq),
      title: say(actWords(entry), locale),
      tone: tones[entry.act],
      meta: (
        <>
          {entry.said.standsFor
            ? t('actingFor', { by: entry.by, names: entry.said.standsFor.join('、') })
            : entry.by}{' '}
          · <DateText form="moment" value={entry.at} />
        </>
      ),
      children: (
        <div className="grid gap-1.5 empty:hidden">
          <SaidWords entry={entry} />
          {versionHref && (
            <p className="flex flex-wrap gap-x-4 text-sm">
              <TextLink href={versionHref(entry.seq)}>
                {changes > 0 ? t('versionWithChanges', { changes }) : t('version')}
              </TextLink>
            </p>
          )}
        </div>
      ),
    }
  })
  return <Timeline moments={moments.reverse()} />
}

/** What an act said, in words: number given, decision, reasons at their fields, an amount set lower. */
export function SaidWords({ entry: { act, said } }: { entry: Pick<HistoryEntry, 'act' | 'said'> }) {
  const t = useTranslations('contracts')
  const locale = useLocale()
  return (
    <>
      {said.number && (
        <p>
          {t('numberGiven')} <span className="font-mono">{said.number}</span>
        </p>
      )}
      {said.decision && <p className="font-medium">{said.decision}</p>}
      {said.request && <p className="font-medium">{said.request}</p>}
      {said.reason && <p>{say(codeWords(reasonListOf(act), said.reason), locale)}</p>}
      {said.claimed !== undefined && said.approved !== undefined && (
        <p>
          {t('setLower')} <Money fen={said.claimed} showUnit /> → <Money fen={said.approved} showUnit />
        </p>
      )}
      {said.reasons && said.reasons.length > 0 && (
        <ul className="grid gap-1">
          {said.reasons.map(({ code, path, text }) => (
            <li className="border-l-2 border-poplar pl-2.5" key={`${code} ${path} ${text}`}>
              {say(codeWords('returnReason', code), locale)}
              <span className="text-sm text-faint"> · {say(pathWords(path), locale)}</span>
              {text && <p className="text-soft">{text}</p>}
            </li>
          ))}
        </ul>
      )}
      {said.text && <p className="max-w-prose whitespace-pre-line text-soft">{said.text}</p>}
    </>
  )
}
