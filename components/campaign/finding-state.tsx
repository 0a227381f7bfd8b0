import { useLocale, useTranslations } from 'next-intl'
import { DateText } from '@/components/format/text'
import { StatusPill, type Tone } from '@/components/ui/badge'
import { TextLink } from '@/components/ui/button'
import { Disclosure } from '@/components/ui/disclosure'
import { answers, type FindingStatus, findingActs, findingStatuses } from '@/lib/domain/audit/finding'
import type { ShownFinding } from '@/lib/domain/audit/shown-finding'
import { requestKinds, requestStatuses } from '@/lib/domain/request/kinds'
import { say } from '@/lib/domain/words'
import { routes } from '@/lib/routes'

const tones: Record<FindingStatus, Tone> = {
  open: 'waiting',
  answered: 'active',
  returned: 'bad',
  settled: 'good',
}

/** Where a finding stands: its state, what the office answered, the request that followed, what was said before. */
export function FindingState({ finding, mayAsk }: { finding: ShownFinding; mayAsk: boolean }) {
  const t = useTranslations('campaigns')
  const locale = useLocale()
  const { status, answer, explanation, outcome } = finding
  return (
    <div className="grid justify-items-start gap-1">
      <StatusPill tone={tones[status]}>
        {say(findingStatuses[status], locale)}
        {outcome && ` · ${say(answers[outcome].words, locale)}`}
      </StatusPill>
      {answer && (
        <p>
          <span className="font-medium">{say(answers[answer].words, locale)}</span>
          {explanation && <span className="break-words">：{explanation}</span>}
        </p>
      )}
      <Following finding={finding} mayAsk={mayAsk} />
      {finding.acts.length > 0 && (
        <Disclosure summary={t('history', { count: finding.acts.length })}>
          <ol className="grid gap-2 text-sm">
            {finding.acts.map(({ act, by, at, result, text }) => (
              <li key={`${act} ${at.toISOString()}`}>
                <span className="font-medium">{say(findingActs[act].words, locale)}</span>
                {result && ` · ${say(answers[result].words, locale)}`}
                <span className="text-faint">
                  {' '}
                  {by} <DateText form="moment" value={at} />
                </span>
                {text && <p className="break-words">{text}</p>}
              </li>
            ))}
          </ol>
        </Disclosure>
      )}
    </div>
  )
}

/** The request that mends it, or the way to ask for one. */
function Following({ finding, mayAsk }: { finding: ShownFinding; mayAsk: boolean }) {
  const t = useTranslations('campaigns')
  const locale = useLocale()
  const { request, contract, answer, status } = finding
  if (request) {
    return (
      <p className="text-sm">
        <TextLink href={routes.request(request.id)} prefetch={false}>
          {t('request', { kind: say(requestKinds[request.kind].words, locale), number: request.number })}
        </TextLink>{' '}
        <span className="text-soft">{say(requestStatuses[request.status], locale)}</span>
      </p>
    )
  }
  if (!contract || status === 'settled' || !answer || answer === 'no-error') return null
  const kind = say(answers[answer].words, locale)
  return (
    <p className="text-sm">
      {mayAsk ? (
        <TextLink href={routes.newRequest(contract.id, answer)} prefetch={false}>
          {t('ask', { kind })}
        </TextLink>
      ) : (
        <span className="text-poplar-ink">{t('notAsked', { kind })}</span>
      )}
    </p>
  )
}
