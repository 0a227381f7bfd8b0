'use client'

import { useLocale, useTranslations } from 'next-intl'
import { Field, Fieldset } from '@/components/ui/field'
import { isRequired } from '@/lib/domain/contract/conditions'
import { say } from '@/lib/domain/words'
import { controlId, type RowProps, useFindings } from './entry-context'
import { AskedNotes, FieldFindings } from './field-findings'
import { isGroup, Widget } from './widgets'

/** One field of the dictionary: label, help, what is wrong, what the centre asked for, and the widget of its kind. */
export function FieldRow({ path, spec, party }: RowProps) {
  const locale = useLocale()
  const t = useTranslations('entry')
  const { at, content, left } = useFindings()
  const found = at(path)
  const errors = found.filter(({ severity }) => severity === 'error')
  const id = controlId(path)
  const label = say(spec.label, locale)
  const words = {
    // A party is the whole of its section, whose heading names it already.
    label: spec.kind === 'party' ? <span className="sr-only">{label}</span> : label,
    hint: spec.help && say(spec.help, locale),
    required: isRequired(spec, content, party),
    error:
      errors.length > 0
        ? errors.map(({ rule, message, source }) => (
            <span className="block" key={rule + message.zh}>
              {say(message, locale)}
              {rule !== 'dictionary' && (
                <span className="ml-1.5 font-normal text-faint">{t('ruleSource', { rule, source })}</span>
              )}
            </span>
          ))
        : undefined,
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only listens for the focus leaving the controls inside.
    <div
      className="grid gap-1.5"
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) left(path)
      }}
    >
      <AskedNotes path={path} />
      {isGroup(spec) ? (
        <Fieldset id={id} {...words}>
          <Widget control={{ id: `${id}-control` }} label={label} path={path} spec={spec} />
        </Fieldset>
      ) : (
        <Field id={id} {...words}>
          {(control) => <Widget control={control} label={label} path={path} spec={spec} />}
        </Field>
      )}
      <FieldFindings findings={found.filter(({ severity }) => severity !== 'error')} />
    </div>
  )
}
