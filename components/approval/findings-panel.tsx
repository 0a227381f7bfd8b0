import { useLocale, useTranslations } from 'next-intl'
import { Badge, type Tone } from '@/components/ui/badge'
import { Panel } from '@/components/ui/panel'
import type { Finding, Severity } from '@/lib/domain/contract/check'
import { pathWords } from '@/lib/domain/contract/path-words'
import { say } from '@/lib/domain/words'

const tones: Record<Severity, Tone> = { error: 'bad', warning: 'waiting', hint: 'quiet' }
const weight: Record<Severity, number> = { error: 0, warning: 1, hint: 2 }

/** What the checks say under the circumstances of the submission, and what the office answered. */
export function FindingsPanel({
  findings,
  explanations,
}: {
  findings: readonly Finding[]
  explanations: Readonly<Record<string, string>>
}) {
  const t = useTranslations('approvals')
  const locale = useLocale()
  const sorted = [...findings].sort((a, b) => weight[a.severity] - weight[b.severity])
  return (
    <Panel id="checks" note={t('checksNote')} title={t('checks')}>
      {sorted.length === 0 ? (
        <p className="text-soft">{t('noFindings')}</p>
      ) : (
        <ul className="divide-y divide-line">
          {sorted.map(({ rule, severity, path, message, source }) => (
            <li className="grid gap-1 py-2.5 first:pt-0 last:pb-0" key={`${rule} ${path} ${message.zh}`}>
              <div className="flex items-start gap-2.5">
                <Badge tone={tones[severity]}>{t(`severity.${severity}`)}</Badge>
                <p className="min-w-0 flex-1">{say(message, locale)}</p>
              </div>
              <p className="text-sm text-faint">
                {say(pathWords(path), locale)} · {source}
              </p>
              {severity === 'warning' && (
                <p className="border-l-2 border-poplar pl-3">
                  <span className="text-sm text-faint">{t('officeSays')}</span>
                  {explanations[rule] || t('noExplanation')}
                </p>
              )}
            </li>
          ))}
        </ul>
      )}
    </Panel>
  )
}
