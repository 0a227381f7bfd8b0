import { useLocale, useTranslations } from 'next-intl'
import { MovedTable, MovesTables } from '@/components/statistics/moves-tables'
import { Panel } from '@/components/ui/panel'
import type { RequestView } from '@/lib/domain/request/view'
import type { Figure, Moves } from '@/lib/domain/statistics/moves'
import { say } from '@/lib/domain/words'

/** Figures that an open request will move, or that a granted one has moved. */
export function FiguresPanel({ view: { contract, ahead, moved } }: { view: RequestView }) {
  const t = useTranslations('requests')
  const locale = useLocale()
  const whose = t('figuresOf', { unit: say(contract.unitName, locale), year: String(contract.year) })
  if (ahead)
    return (
      <Panel id="figures" note={whose} title={t('figuresAhead')}>
        {movesNothing(ahead) ? (
          <p className="text-soft">{t('figuresStay')}</p>
        ) : (
          <MovesTables moves={ahead} />
        )}
      </Panel>
    )
  if (moved)
    return (
      <Panel id="figures" note={whose} title={t('figuresMoved')}>
        {moved.every(({ by }) => isNothing(by)) ? (
          <p className="text-soft">{t('figuresStayed')}</p>
        ) : (
          <MovedTable moved={moved} />
        )}
      </Panel>
    )
  return null
}

/** Whether every figure stays as it is: a phone number was corrected, not an amount. */
export const movesNothing = ({ moves }: Moves): boolean =>
  moves.every(
    ({ before, after }) =>
      before.contracts === after.contracts &&
      before.turnover === after.turnover &&
      before.technology === after.technology,
  )

const isNothing = ({ contracts, turnover, technology }: Figure) =>
  contracts === 0 && turnover === 0n && technology === 0n
