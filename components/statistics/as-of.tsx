import { useTranslations } from 'next-intl'
import { Button, LinkButton } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Notice } from '@/components/ui/notice'
import { TextInput } from '@/components/ui/text-input'
import { officeMoment } from '@/lib/i18n/dates'

/** The box for a moment, as the office's clock shows it, to the second; `now` leads back to the present. */
export function AsOfField({
  asOf,
  now,
  refused = false,
}: {
  /** ISO instant; null for now. */
  asOf: string | null
  /** The same page of now. */
  now: string
  /** The address asked for a moment that nobody can read. */
  refused?: boolean
}) {
  const t = useTranslations('time')
  return (
    <div className="flex items-end gap-2">
      <Field
        className="w-60"
        error={refused && t('unreadable')}
        hint={t('asOfHint')}
        id="asOf"
        label={t('asOf')}
      >
        {(control) => (
          <TextInput
            {...control}
            defaultValue={asOf ? officeMoment(new Date(asOf)).replace(' ', 'T') : ''}
            name="asOf"
            step={1}
            type="datetime-local"
          />
        )}
      </Field>
      {asOf && (
        <LinkButton href={now} kind="quiet" prefetch={false}>
          {t('now')}
        </LinkButton>
      )}
    </div>
  )
}

/** The box in a form of its own, for pages that ask nothing else; works before any script arrives. */
export function AsOfForm({
  action,
  kept,
  ...field
}: Parameters<typeof AsOfField>[0] & {
  action: string
  /** What else the address asks. */
  kept: Readonly<Record<string, string | number | readonly string[] | null | undefined>>
}) {
  const t = useTranslations('time')
  return (
    <form
      action={action}
      aria-label={t('control')}
      className="mb-6 flex flex-wrap items-end gap-x-4 gap-y-3 print:hidden"
    >
      {Object.entries(kept).flatMap(([name, values]) =>
        [values ?? []]
          .flat()
          .map((value) => <input key={`${name} ${value}`} name={name} type="hidden" value={value} />),
      )}
      <AsOfField {...field} />
      <Button kind="secondary" type="submit">
        {t('apply')}
      </Button>
    </form>
  )
}

/** Says that the figures are of the past, and leads to now and to what has changed since. */
export function PastBanner({
  asOf,
  now,
  bridge,
}: {
  /** ISO instant; null for now, which has no banner. */
  asOf: string | null
  now: string
  /** What has changed since; null where there is no single year to compare. */
  bridge: string | null
}) {
  const t = useTranslations('time')
  if (!asOf) return null
  return (
    <Notice
      actions={
        <>
          <LinkButton href={now} prefetch={false} size="small">
            {t('now')}
          </LinkButton>
          {bridge && (
            <LinkButton href={bridge} prefetch={false} size="small">
              {t('compare')}
            </LinkButton>
          )}
        </>
      }
      className="mb-6"
      kind="warning"
      title={t('banner', { moment: officeMoment(new Date(asOf)) })}
    >
      {t('explained')}
    </Notice>
  )
}
