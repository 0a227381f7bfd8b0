import { useTranslations } from 'next-intl'
import { formatYi, grouped, wanText } from '@/lib/domain/money'
import { type Cell, isFigure } from '@/lib/domain/statistics/figure'

/** Below this a headline speaks in 万元: one hundredth of 亿元 would show nothing of a small office's year. */
const SMALL = 10_000_000_000n

/** An amount as a headline says it: 亿元 from one on, 万元 below. */
export function useReadMoney(): (cell: Cell) => { value: string; unit: string } {
  const t = useTranslations('statistics')
  return (cell) => {
    const fen = isFigure(cell) ? cell.n / cell.d : 0n
    return fen >= SMALL || fen <= -SMALL
      ? { value: formatYi(fen), unit: t('yi') }
      : { value: grouped(wanText(fen)), unit: t('unitsOf.money') }
  }
}

/** A growth with its sign; nothing before a true zero's digits but a plus. */
export const signed = (percent: string): string =>
  /^[−0]/.test(percent) && !/^0\.\d*[1-9]/.test(percent) ? percent : `+${percent}`
