'use client'

import { useLocale, useTranslations } from 'next-intl'
import { FieldRow } from '@/components/contract/form/field-row'
import { jumpTo } from '@/components/contract/form/jump'
import { Button } from '@/components/ui/button'
import { FieldError, Fieldset } from '@/components/ui/field'
import { Panel } from '@/components/ui/panel'
import { Select } from '@/components/ui/select'
import { useHydrated } from '@/components/ui/use-hydrated'
import { isShown } from '@/lib/domain/contract/conditions'
import type { Content } from '@/lib/domain/contract/content'
import { sectionNames, sections } from '@/lib/domain/contract/field-spec'
import { type FieldName, field, fieldNames } from '@/lib/domain/contract/fields'
import { valueWords } from '@/lib/domain/contract/value-words'
import type { RequestKind } from '@/lib/domain/request/kinds'
import { say } from '@/lib/domain/words'
import type { RequestForm } from './use-request-form'

/** The fields that differ, with the widgets of the entry form; the rest of the contract is not touched. */
export function ChangesPanel({
  form,
  kind,
  registered,
  missing,
}: {
  form: RequestForm
  kind: RequestKind
  registered: Content
  /** Asked without any field chosen. */
  missing: boolean
}) {
  const t = useTranslations('requests.form')
  const locale = useLocale()
  const hydrated = useHydrated()
  const { chosen, content, add } = form
  const offered = fieldNames.filter(
    (name) =>
      !chosen.includes(name) &&
      field(name).correctable !== false &&
      !field(name).forbids &&
      isShown(field(name), content),
  )
  return (
    <Panel id="changes" note={t('changesHelp')} title={t('changes', { kind })}>
      <div className="grid gap-6">
        {chosen.map((name) => (
          <ChosenField key={name} leave={() => form.leave(name)} name={name} registered={registered} />
        ))}
        <Fieldset
          id="request-fields"
          label={<span className={chosen.length > 0 ? undefined : 'sr-only'}>{t('addFieldLabel')}</span>}
          required
        >
          <FieldError id="request-fields">{missing && t('noFields')}</FieldError>
          <Select
            aria-label={t('addFieldLabel')}
            className="max-w-md"
            disabled={!hydrated}
            onChange={({ target }) => {
              const name = target.value as FieldName
              add(name)
              // Its box exists after the next paint.
              requestAnimationFrame(() => jumpTo(name))
            }}
            placeholder={t('addField')}
            value=""
          >
            {sectionNames.map((section) => (
              <optgroup key={section} label={say(sections[section], locale)}>
                {offered
                  .filter((name) => field(name).section === section)
                  .map((name) => (
                    <option key={name} value={name}>
                      {say(field(name).label, locale)}
                    </option>
                  ))}
              </optgroup>
            ))}
          </Select>
        </Fieldset>
      </div>
    </Panel>
  )
}

const compound: readonly string[] = ['party', 'parties', 'items']

function ChosenField({
  name,
  registered,
  leave,
}: {
  name: FieldName
  registered: Content
  leave: () => void
}) {
  const t = useTranslations('requests.form')
  const locale = useLocale()
  const spec = field(name)
  const label = say(spec.label, locale)
  const was = valueWords(spec, registered[name])
  return (
    <div className="grid gap-2 border-b border-line pb-5">
      {spec.kind === 'party' && <h3 className="text-base">{label}</h3>}
      <FieldRow path={name} spec={spec} />
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <p className="min-w-0 text-sm break-words text-soft">
          {!compound.includes(spec.kind) &&
            t('registeredAs', { value: was ? say(was, locale) : t('nothing') })}
        </p>
        <Button
          aria-label={t('removeField', { field: label })}
          icon="cross"
          kind="quiet"
          onClick={leave}
          size="small"
        >
          {t('leaveField')}
        </Button>
      </div>
    </div>
  )
}
