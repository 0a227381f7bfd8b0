'use client'

import { useLocale, useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import type { ItemFieldSpec } from '@/lib/domain/contract/field-spec'
import { formatYuan, parseYuan } from '@/lib/domain/money'
import { say } from '@/lib/domain/words'
import { controlId, useBox, useRow } from './entry-context'
import { jumpTo } from './jump'
import { typedValue } from './typed'
import type { WidgetProps } from './widgets'

type Row = Record<string, unknown>

/** A list of small records: costs, instalments, rights. Amounts are added up below. */
export function ItemsEditor({ path, spec, label }: WidgetProps<'items'>) {
  const t = useTranslations('entry')
  const [value, set] = useBox(path)
  const Row = useRow()
  const rows = Array.isArray(value) ? (value as Row[]) : []
  const first = Object.keys(spec.items)[0] ?? ''
  const add = () => {
    const empty = Object.fromEntries(
      Object.entries(spec.items).map(([name, inner]) => [name, typedValue(inner, undefined)]),
    )
    set([...rows, empty])
    // The new row's first box exists after the next paint.
    requestAnimationFrame(() => jumpTo(`${path}.${rows.length}.${first}`))
  }
  return (
    <div className="grid gap-3">
      {rows.map((_, index) => (
        <fieldset
          className="grid gap-3 border-l-2 border-line pl-4"
          id={controlId(`${path}.${index}`)}
          // biome-ignore lint/suspicious/noArrayIndexKey: every box is read by its place in the list.
          key={index}
        >
          <legend className="sr-only">{t('itemOf', { label, number: index + 1 })}</legend>
          <div className="grid items-start gap-3 sm:grid-cols-[repeat(auto-fit,minmax(11rem,1fr))]">
            {Object.entries(spec.items).map(([name, inner]) => (
              <Row key={name} path={`${path}.${index}.${name}`} spec={inner} />
            ))}
          </div>
          <div>
            <Button
              aria-label={t('removeItem', { label, number: index + 1 })}
              icon="cross"
              kind="quiet"
              onClick={() => set(rows.filter((_, at) => at !== index))}
              size="small"
            >
              {t('removeRow')}
            </Button>
          </div>
        </fieldset>
      ))}
      {rows.length < spec.most && (
        <div>
          <Button icon="plus" onClick={add} size="small">
            {t('addItem', { label })}
          </Button>
        </div>
      )}
      <Sums rows={rows} specs={spec.items} />
    </div>
  )
}

/** Amounts of several rows added up, as far as they can be read. */
function Sums({ rows, specs }: { rows: readonly Row[]; specs: Record<string, ItemFieldSpec> }) {
  const locale = useLocale()
  const t = useTranslations('entry')
  if (rows.length < 2) return null
  return Object.entries(specs)
    .filter(([, { kind }]) => kind === 'money')
    .map(([name, { label }]) => (
      <p className="text-soft" key={name}>
        {t('sumOf', {
          label: say(label, locale),
          sum: formatYuan(rows.reduce((sum, row) => sum + (parseYuan(String(row[name] ?? '')) ?? 0n), 0n)),
        })}
      </p>
    ))
}
