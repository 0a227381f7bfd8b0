import { useLocale } from 'next-intl'
import { formatWan, formatYi, formatYuan } from '@/lib/domain/money'
import { say, type Words } from '@/lib/domain/words'

export type MoneyUnit = 'yuan' | 'wan' | 'yi'

/** What stands behind the figure. English keeps 万 and 亿 as counts of ten thousand and a hundred million yuan. */
export const moneyUnits: Record<MoneyUnit, Words> = {
  yuan: { zh: '元', en: 'yuan' },
  wan: { zh: '万元', en: '10k yuan' },
  yi: { zh: '亿元', en: '100m yuan' },
}

const write: Record<MoneyUnit, (fen: bigint) => string> = { yuan: formatYuan, wan: formatWan, yi: formatYi }

/** An amount in fen, written in 元 with thousands, or in 万元 or 亿元 with two decimals, halves up. */
export function Money({
  fen,
  unit = 'yuan',
  showUnit = false,
}: {
  fen: bigint | null | undefined
  unit?: MoneyUnit
  showUnit?: boolean
}) {
  const locale = useLocale()
  if (fen === null || fen === undefined) return <Absent />
  return (
    <span className="whitespace-nowrap">
      {write[unit](fen)}
      {showUnit && <span className="ml-1 text-soft">{say(moneyUnits[unit], locale)}</span>}
    </span>
  )
}

/** Nothing stands here: a dash for the eye. */
export const Absent = () => <span className="text-faint">—</span>
