'use client'

import { useLocale, useTranslations } from 'next-intl'
import { moneyUnits } from '@/components/format/money'
import { TextInput } from '@/components/ui/text-input'
import { formatWan, inCapitals, parseYuan } from '@/lib/domain/money'
import { say } from '@/lib/domain/words'
import { useBox } from './entry-context'
import { tidyMoney } from './typed'
import type { WidgetProps } from './widgets'

/** 元 as typed or pasted, set in thousands on leaving the box; beside it 万元 and capitals, where slips show. */
export function MoneyInput({ path, control, compact }: WidgetProps<'money'> & { compact?: boolean }) {
  const locale = useLocale()
  const t = useTranslations('entry')
  const [value, set] = useBox(path)
  const text = typeof value === 'string' ? value : ''
  const fen = text.trim() === '' ? null : parseYuan(withoutUnit(text))
  return (
    <>
      <TextInput
        {...control}
        after={say(moneyUnits.yuan, locale)}
        autoComplete="off"
        className={compact ? undefined : 'max-w-72'}
        inputMode="decimal"
        numeric
        onBlur={() => {
          const tidy = tidyMoney(withoutUnit(text))
          if (tidy !== text) set(tidy)
        }}
        onChange={(event) => set(event.target.value)}
        placeholder="0.00"
        value={text}
      />
      {fen !== null && (
        <p className="flex flex-wrap gap-x-4 text-sm text-soft" data-amount-words="">
          <span>{t('inWan', { wan: formatWan(fen) })}</span>
          {!compact && (
            <span lang="zh-CN">
              <span className="sr-only">{t('inCapitals')} </span>
              {inCapitals(fen)}
            </span>
          )}
        </p>
      )}
    </>
  )
}

/** A pasted amount often brings its sign or unit along; 万元 is not guessed at, it stays and is refused. */
const withoutUnit = (text: string): string =>
  text
    .replace(/^\s*(?:¥|￥|RMB|CNY|人民币)\s*/i, '')
    .replace(/\s*元(?:整)?\s*$/, (unit, at: number) => (/[万亿]\s*$/.test(text.slice(0, at)) ? unit : ''))
