import { useTranslations } from 'next-intl'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/select'

export interface FileSheet {
  /** Place in the file. */
  at: number
  name: string
  hidden: boolean
}

/** Which sheet of a workbook is read; nothing where there is no choice. */
export function SheetChoice({
  sheets,
  chosen,
  pending,
  choose,
}: {
  sheets: readonly FileSheet[]
  chosen: number
  pending: boolean
  choose: (at: number) => void
}) {
  const t = useTranslations('imports')
  if (sheets.length < 2) return null
  return (
    <Field id="sheet" label={t('sheet')} required>
      {(control) => (
        <Select
          {...control}
          choices={sheets.map(({ at, name, hidden }) => ({
            value: String(at),
            label: hidden ? t('hiddenSheet', { name }) : name,
          }))}
          disabled={pending}
          onChange={(event) => choose(Number(event.target.value))}
          value={String(chosen)}
        />
      )}
    </Field>
  )
}
