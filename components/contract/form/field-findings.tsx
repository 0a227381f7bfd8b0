'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useId } from 'react'
import { Icon } from '@/components/ui/icon'
import { TextArea } from '@/components/ui/text-input'
import type { Finding } from '@/lib/domain/contract/check'
import { codeWords } from '@/lib/domain/contract/code-lists'
import { say } from '@/lib/domain/words'
import { useFindings } from './entry-context'

/** Warnings with room for their explanation, and hints (and errors where no control carries them); each names its rule and where the rule comes from. */
export function FieldFindings({ findings }: { findings: readonly Finding[] }) {
  return findings.map((finding) =>
    finding.severity === 'warning' ? (
      <WarningNote finding={finding} key={finding.rule + finding.message.zh} />
    ) : (
      <Note finding={finding} key={finding.rule + finding.message.zh} />
    ),
  )
}

function Note({ finding: { rule, severity, message, source } }: { finding: Finding }) {
  const locale = useLocale()
  const t = useTranslations('entry')
  return (
    <p className={`flex gap-1.5 text-sm ${severity === 'error' ? 'text-cinnabar' : 'text-lake'}`}>
      <Icon className="mt-0.5 size-4" name={severity === 'error' ? 'warning' : 'info'} />
      <span>
        {say(message, locale)}
        <span className="ml-1.5 text-faint">{t('ruleSource', { rule, source })}</span>
      </span>
    </p>
  )
}

/** A warning does not forbid anything; it wants a sentence that the approver will read. */
export function WarningNote({ finding: { rule, message, source } }: { finding: Finding }) {
  const locale = useLocale()
  const t = useTranslations('entry')
  const id = useId()
  const { explanations, explain } = useFindings()
  const text = explanations[rule] ?? ''
  return (
    <div className="grid gap-1.5 border-l-4 border-poplar bg-poplar-wash px-3 py-2">
      <p className="flex gap-1.5 text-sm text-poplar-ink">
        <Icon className="mt-0.5 size-4" name="warning" />
        <span>
          {say(message, locale)}
          <span className="ml-1.5 opacity-80">{t('ruleSource', { rule, source })}</span>
        </span>
      </p>
      <label className="text-sm font-medium" htmlFor={id}>
        {t('explain')}
      </label>
      <TextArea
        id={id}
        maxLength={1000}
        onChange={(event) => explain(rule, event.target.value)}
        placeholder={t('explainPlaceholder')}
        rows={1}
        value={text}
      />
    </div>
  )
}

/** What the centre asked for at this field, and whether something was changed here since. */
export function AskedNotes({ path }: { path: string }) {
  const locale = useLocale()
  const t = useTranslations('entry')
  const { askedAt } = useFindings()
  return askedAt(path).map(({ code, text, done }) => (
    <div
      className={`flex gap-2 border-l-4 px-3 py-2 text-sm ${done ? 'border-jade bg-jade-wash' : 'border-cinnabar bg-cinnabar-wash'}`}
      key={code + text}
    >
      <Icon
        className={`mt-0.5 size-4 ${done ? 'text-jade' : 'text-cinnabar'}`}
        name={done ? 'check' : 'warning'}
      />
      <div>
        <p className="font-medium">
          {t(done ? 'askedDone' : 'askedOpen')} {say(codeWords('returnReason', code), locale)}
        </p>
        {text && <p className="text-soft">{text}</p>}
      </div>
    </div>
  ))
}
