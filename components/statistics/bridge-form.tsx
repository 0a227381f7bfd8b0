import { useLocale, useTranslations } from 'next-intl'
import { Button, LinkButton } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import { TextInput } from '@/components/ui/text-input'
import type { Edition } from '@/lib/domain/published/places'
import type { UnitMember } from '@/lib/domain/statistics/members'
import { say } from '@/lib/domain/words'
import { officeMoment } from '@/lib/i18n/dates'
import { routes } from '@/lib/routes'

/** What of a bridge's address could not be taken. */
export type BridgeRefusal = 'from' | 'to' | 'order' | 'edition'

/** Both ends of a bridge, as the office's clock shows them, and the publications it can start from. */
export function BridgeForm({
  year,
  unit,
  from,
  to,
  units,
  editions,
  refused,
}: {
  year: number
  unit: string | null
  from: Date | null
  /** Null for now. */
  to: Date | null
  /** Empty where there is no other unit to choose. */
  units: readonly UnitMember[]
  editions: readonly Edition[]
  refused: BridgeRefusal | null
}) {
  const t = useTranslations('time.bridge')
  const time = useTranslations('time')
  const statistics = useTranslations('statistics')
  const locale = useLocale()
  const box = (moment: Date | null) => (moment ? officeMoment(moment).replace(' ', 'T') : '')
  const said = (...fields: BridgeRefusal[]) =>
    refused !== null && fields.includes(refused) && t(`refused.${refused}`)
  return (
    <div className="mb-6 grid gap-3 print:hidden">
      <form
        action={routes.bridge(year)}
        aria-label={t('controls')}
        className="flex flex-wrap items-end gap-x-4 gap-y-3"
      >
        {units.length > 0 ? (
          <Field
            className="min-w-0 flex-1 sm:w-56 sm:flex-none"
            id="unit"
            label={statistics('unit')}
            required
          >
            {(control) => (
              <Select
                {...control}
                choices={units.map(({ code, words }) => ({ value: code, label: say(words, locale) }))}
                defaultValue={unit ?? ''}
                name="unit"
                placeholder={statistics('wholeCorps')}
              />
            )}
          </Field>
        ) : (
          unit && <input name="unit" type="hidden" value={unit} />
        )}
        <Field className="w-60" error={said('from', 'edition')} id="from" label={t('from')} required>
          {(control) => (
            <TextInput {...control} defaultValue={box(from)} name="from" step={1} type="datetime-local" />
          )}
        </Field>
        <Field className="w-60" error={said('to', 'order')} hint={t('toHint')} id="to" label={t('to')}>
          {(control) => (
            <TextInput {...control} defaultValue={box(to)} name="to" step={1} type="datetime-local" />
          )}
        </Field>
        <Button kind="secondary" type="submit">
          {time('show')}
        </Button>
      </form>
      {editions.length > 0 && (
        <div className="flex flex-wrap items-center gap-2">
          <span className="text-sm text-soft">{t('editionTable')}</span>
          {editions.map(({ edition, publishedAt }) => (
            <LinkButton
              href={routes.bridge(year, { unit, edition })}
              key={edition}
              prefetch={false}
              size="small"
            >
              {t('edited', {
                year: String(year),
                edition: String(edition),
                moment: officeMoment(publishedAt),
              })}
            </LinkButton>
          ))}
        </div>
      )}
    </div>
  )
}
