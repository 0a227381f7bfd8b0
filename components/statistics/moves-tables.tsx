import { useLocale, useTranslations } from 'next-intl'
import { Money } from '@/components/format/money'
import { formatWan } from '@/lib/domain/money'
import { dimensionWords } from '@/lib/domain/statistics/dimension-words'
import { memberWords } from '@/lib/domain/statistics/members'
import { type Cell, type Figure, keyOf, type Move, type Moves } from '@/lib/domain/statistics/moves'
import { say } from '@/lib/domain/words'

/** Figures as they stand and as an act will leave them: of the unit, its place, and of the Corps where they are seen. */
export function MovesTables({ moves: { moves, corps, rank } }: { moves: Moves }) {
  const t = useTranslations('checks')
  const [whole] = moves
  return (
    <>
      {whole && <Whole move={whole} />}
      {moves.length > 1 && <MoveList moves={moves.slice(1)} />}
      {rank && <p className="mt-2">{t('rank', rank)}</p>}
      {corps.length > 0 && (
        <>
          <h3 className="mt-4 text-base">{t('effectsCorps')}</h3>
          <MoveList moves={corps} />
        </>
      )}
    </>
  )
}

function Whole({ move: { before, after } }: { move: Move }) {
  const t = useTranslations('checks')
  const rows = [
    { key: 'contracts' as const, from: before.contracts, to: after.contracts },
    { key: 'turnover' as const, from: before.turnover, to: after.turnover },
    { key: 'technology' as const, from: before.technology, to: after.technology },
  ]
  return (
    <dl className="mt-3 divide-y divide-line border-y border-line">
      {rows.map(({ key, from, to }) => (
        <div className="flex items-baseline justify-between gap-4 py-1.5" key={key}>
          <dt className="text-sm text-faint">{t(key)}</dt>
          <dd className="flex items-baseline gap-2 whitespace-nowrap">
            <span className="text-soft">
              {typeof from === 'bigint' ? <Money fen={from} unit="wan" /> : from}
            </span>
            <span aria-hidden="true" className="text-faint">
              →
            </span>
            <strong>{typeof to === 'bigint' ? <Money fen={to} unit="wan" /> : to}</strong>
          </dd>
        </div>
      ))}
    </dl>
  )
}

/** Turnover of each member the contract is or will be counted under. */
function MoveList({ moves }: { moves: readonly Move[] }) {
  const t = useTranslations('checks')
  return (
    <table className="mt-3 w-full text-sm">
      <thead>
        <tr className="text-left text-faint">
          <th className="py-1 pr-2 font-medium" scope="col">
            {t('figure')}
          </th>
          <th className="py-1 text-right font-medium" scope="col">
            {t('turnover')}
          </th>
        </tr>
      </thead>
      <tbody>
        {moves.map(({ dimension, member, before, after }) => (
          <tr key={keyOf({ dimension, member })}>
            <th className="border-t border-line py-1.5 pr-2 text-left align-top font-normal" scope="row">
              <CellName cell={{ dimension, member }} />
            </th>
            <td className="border-t border-line py-1.5 text-right align-top whitespace-nowrap">
              <span className="block text-soft">
                <Money fen={before.turnover} unit="wan" />
              </span>
              <span className="font-medium">
                → <Money fen={after.turnover} unit="wan" />
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** What an act did to each group, by how much. */
export function MovedTable({ moved }: { moved: readonly { cell: Cell; by: Figure }[] }) {
  const t = useTranslations('checks')
  const head = 'py-1 pl-2 text-right font-medium'
  const body = 'border-t border-line py-1.5 pl-2 text-right align-top whitespace-nowrap'
  return (
    <table className="w-full text-sm">
      <thead>
        <tr className="text-left text-faint">
          <th className="py-1 font-medium" scope="col">
            {t('figure')}
          </th>
          <th className={head} scope="col">
            {t('contracts')}
          </th>
          <th className={head} scope="col">
            {t('turnover')}
          </th>
        </tr>
      </thead>
      <tbody>
        {moved.map(({ cell, by }) => (
          <tr key={keyOf(cell)}>
            <th className="border-t border-line py-1.5 text-left align-top font-normal" scope="row">
              <CellName cell={cell} />
            </th>
            <td className={body}>{signed(by.contracts, String(by.contracts))}</td>
            <td className={body}>{signed(by.turnover, formatWan(by.turnover))}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** With its sign: a true minus, and a plus where something came in. */
const signed = (value: number | bigint, text: string): string =>
  value > 0 ? `+${text}` : text.replace('-', '−')

function CellName({ cell: { dimension, member } }: { cell: Cell }) {
  const t = useTranslations('checks')
  const locale = useLocale()
  if (dimension === 'all') return t('whole')
  return (
    <>
      <span className="block text-faint">{say(dimensionWords[dimension], locale)}</span>
      {say(memberWords(dimension, member, []), locale)}
    </>
  )
}
