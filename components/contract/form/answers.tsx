import { useLocale, useTranslations } from 'next-intl'
import { FieldValue } from '@/components/contract/field-value'
import { TextLink } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { DescriptionList } from '@/components/ui/lists'
import { Panel } from '@/components/ui/panel'
import type { Finding, Severity } from '@/lib/domain/contract/check'
import { isShown } from '@/lib/domain/contract/conditions'
import type { Content } from '@/lib/domain/contract/content'
import { type SectionName, sectionNames, sections } from '@/lib/domain/contract/field-spec'
import { type FieldName, field, fieldNames } from '@/lib/domain/contract/fields'
import { pathWords } from '@/lib/domain/contract/path-words'
import { valueWords } from '@/lib/domain/contract/value-words'
import { say } from '@/lib/domain/words'
import { routes } from '@/lib/routes'

interface AnswersProps {
  id: string
  content: Content
  findings: readonly Finding[]
  explanations: Record<string, string>
}

/** Every answer as it will be submitted, each with the way back to its field and what was found there. */
export function Answers(props: AnswersProps) {
  return (
    <div className="grid gap-5">
      {sectionNames.map((section) => (
        <Section key={section} section={section} {...props} />
      ))}
    </div>
  )
}

function Section({ section, id, content, findings, explanations }: AnswersProps & { section: SectionName }) {
  const t = useTranslations('checks')
  const locale = useLocale()
  const asked = fieldNames.filter((name) => field(name).section === section && isShown(field(name), content))
  const foundAt = (name: FieldName) =>
    findings.filter(({ path }) => path === name || path.startsWith(`${name}.`))
  const isEmpty = (name: FieldName) => valueWords(field(name), content[name]) === null
  const leftOut = asked.filter(
    (name) => isEmpty(name) && field(name).required === 'never' && foundAt(name).length === 0,
  )
  return (
    <Panel title={say(sections[section], locale)}>
      <DescriptionList
        items={asked
          .filter((name) => !leftOut.includes(name))
          .map((name) => {
            const label = say(field(name).label, locale)
            return {
              key: name,
              term: label,
              detail: (
                <div className="grid gap-1.5">
                  <FieldValue spec={field(name)} value={content[name]} />
                  {foundAt(name).map((finding) => (
                    <FoundNote
                      explanation={explanations[finding.rule]}
                      finding={finding}
                      key={finding.rule + finding.path + finding.message.zh}
                      name={name}
                    />
                  ))}
                </div>
              ),
              action: (
                <TextLink
                  aria-label={t('changeField', { field: label })}
                  href={routes.editContract(id, { at: name })}
                >
                  {t('change')}
                </TextLink>
              ),
            }
          })}
      />
      {leftOut.length > 0 && (
        <p className="border-t border-line pt-2 text-sm text-faint">
          {t('notAsked')}
          {leftOut.map((name) => say(field(name).label, locale)).join(locale === 'en' ? ', ' : '、')}
        </p>
      )}
    </Panel>
  )
}

const looks: Record<Severity, { ink: string; icon: 'warning' | 'info' }> = {
  error: { ink: 'text-cinnabar', icon: 'warning' },
  warning: { ink: 'text-poplar-ink', icon: 'warning' },
  hint: { ink: 'text-lake', icon: 'info' },
}

function FoundNote({
  finding: { rule, severity, path, message, source },
  explanation,
  name,
}: {
  finding: Finding
  explanation: string | undefined
  name: FieldName
}) {
  const t = useTranslations('checks')
  const e = useTranslations('entry')
  const locale = useLocale()
  const { ink, icon } = looks[severity]
  return (
    <div className={`flex gap-1.5 text-sm ${ink}`}>
      <Icon className="mt-0.5 size-4" name={icon} />
      <div>
        {path !== name && `${say(pathWords(path), locale)}${e('colon')}`}
        {say(message, locale)}
        {rule !== 'dictionary' && (
          <span className="ml-1.5 text-faint">{e('ruleSource', { rule, source })}</span>
        )}
        {severity === 'warning' && (
          <p className="text-ink">{explanation ? t('explained', { text: explanation }) : t('toExplain')}</p>
        )}
      </div>
    </div>
  )
}
