import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { TextInput } from '@/components/ui/text-input'
import { routes } from '@/lib/routes'

/** Works before any script has arrived, and without one. */
export function VerifyForm({
  number,
  code,
  missing = false,
}: {
  number: string
  code: string
  /** Sent without one of the two. */
  missing?: boolean
}) {
  const t = useTranslations('certificates.verify')
  const plain = {
    autoComplete: 'off',
    className: 'h-10 font-mono',
    maxLength: 40,
    spellCheck: false,
  } as const
  return (
    <form action={routes.verify()} className="grid max-w-md gap-5" method="get">
      <Field
        error={missing && !number && t('missing')}
        hint={t('numberHint')}
        id="number"
        label={t('number')}
        required
      >
        {(control) => <TextInput {...control} {...plain} defaultValue={number} name="number" />}
      </Field>
      <Field
        error={missing && !code && t('missing')}
        hint={t('codeHint')}
        id="code"
        label={t('code')}
        required
      >
        {(control) => (
          <TextInput {...control} {...plain} autoCapitalize="characters" defaultValue={code} name="code" />
        )}
      </Field>
      <Button className="min-h-10" kind="primary" type="submit">
        {t('submit')}
      </Button>
    </form>
  )
}
