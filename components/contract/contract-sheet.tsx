import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { DescriptionList } from '@/components/ui/lists'
import { Panel } from '@/components/ui/panel'
import { holds } from '@/lib/domain/contract/conditions'
import type { Content } from '@/lib/domain/contract/content'
import { type SectionName, sectionNames, sections } from '@/lib/domain/contract/field-spec'
import { type FieldName, field, fieldNames } from '@/lib/domain/contract/fields'
import { valueWords } from '@/lib/domain/contract/value-words'
import { say } from '@/lib/domain/words'
import { FieldValue } from './field-value'

/**
 * A content in full, by the sections of the dictionary. What may stay empty and is empty is named in one line instead
 * of taking one each. `notes` stand under the value of their field: a finding, a reason for return.
 */
export function ContractSheet({
  content,
  notes = {},
  actionOf,
}: {
  content: Content
  notes?: Partial<Record<FieldName, ReactNode>>
  /** What can be done about a field, at the end of its line. */
  actionOf?: (name: FieldName) => ReactNode
}) {
  return (
    <div className="grid gap-4">
      {sectionNames.map((section) => (
        <Section actionOf={actionOf} content={content} key={section} notes={notes} section={section} />
      ))}
    </div>
  )
}

function Section({
  section,
  content,
  notes,
  actionOf,
}: {
  section: SectionName
  content: Content
  notes: Partial<Record<FieldName, ReactNode>>
  actionOf?: (name: FieldName) => ReactNode
}) {
  const t = useTranslations('contracts')
  const locale = useLocale()
  const asked = fieldNames.filter((name) => {
    const { section: of, shownWhen } = field(name)
    return of === section && (!shownWhen || holds(shownWhen, content))
  })
  const isShown = (name: FieldName) =>
    valueWords(field(name), content[name]) !== null || field(name).required !== 'never' || notes[name]
  const empty = asked.filter((name) => !isShown(name))
  return (
    <Panel id={`section-${section}`} title={say(sections[section], locale)}>
      <DescriptionList
        items={asked.filter(isShown).map((name) => ({
          key: name,
          term: say(field(name).label, locale),
          action: actionOf?.(name),
          titled: say(field(name).label, locale) === say(sections[section], locale),
          detail: (
            <>
              <FieldValue spec={field(name)} value={content[name]} />
              {notes[name] && <div className="mt-1.5">{notes[name]}</div>}
            </>
          ),
        }))}
      />
      {empty.length > 0 && (
        <p className="border-t border-line pt-2 text-sm text-faint">
          {t('notFilled')}
          {empty.map((name) => say(field(name).label, locale)).join(t('listComma'))}
        </p>
      )}
    </Panel>
  )
}
