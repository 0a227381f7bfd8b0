import { useLocale, useTranslations } from 'next-intl'
import { Panel } from '@/components/ui/panel'
import { type ExampleCase, exampleWords } from '@/lib/domain/audit/example-words'
import type { AuditRule } from '@/lib/domain/audit/rule'
import { say } from '@/lib/domain/words'

/** The cases a rule is tested by: what it lets pass, what it finds. */
export function RuleExamples({ rule }: { rule: AuditRule }) {
  const t = useTranslations('auditRules')
  const { passes, fails } = exampleWords(rule)
  return (
    <Panel
      className="min-w-0"
      note={t(rule.scope === 'set' ? 'examplesSetNote' : 'examplesNote')}
      title={t('examples')}
    >
      <div className="grid gap-5 md:grid-cols-2">
        <Cases cases={fails} title={t('fails')} />
        <Cases cases={passes} title={t('passes')} />
      </div>
    </Panel>
  )
}

function Cases({ title, cases }: { title: string; cases: readonly ExampleCase[] }) {
  const t = useTranslations('auditRules')
  const locale = useLocale()
  return (
    <section className="min-w-0">
      <h3 className="mb-1 text-sm font-medium text-soft">{title}</h3>
      <ul className="divide-y divide-line">
        {cases.map((lines) => (
          <li className="py-2 first:pt-0 last:pb-0" key={JSON.stringify(lines)}>
            {lines.length === 0 && <p className="text-soft">{t('unchanged')}</p>}
            <dl className="grid gap-1">
              {lines.map(({ label, value }) => (
                <div key={`${label.zh} ${value.zh}`}>
                  <dt className="text-sm text-faint">{say(label, locale)}</dt>
                  <dd className="break-words">{say(value, locale)}</dd>
                </div>
              ))}
            </dl>
          </li>
        ))}
      </ul>
    </section>
  )
}
