import { useFormatter, useLocale, useTranslations } from 'next-intl'
import { Money } from '@/components/format/money'
import { Panel } from '@/components/ui/panel'
import { codeWords } from '@/lib/domain/contract/code-lists'
import { dimensionWords } from '@/lib/domain/statistics/dimension-words'
import type { DimensionName } from '@/lib/domain/statistics/dimensions'
import { memberWords } from '@/lib/domain/statistics/members'
import { say } from '@/lib/domain/words'

interface Figure {
  contracts: number
  turnover: bigint
  technology: bigint
}

interface Move {
  dimension: DimensionName | 'all'
  member: string
  before: Figure
  after: Figure
}

export interface ShownEffects {
  year: number
  unit: string
  dueOn: string
  large: boolean
  moves: readonly Move[]
  corps: readonly Move[]
  rank: { before: number; after: number } | null
}

/** Which figures of the year will move by this contract, until when it is decided on, and by how many. */
export function EffectsPanel({ effects }: { effects: ShownEffects | null }) {
  const t = useTranslations('checks')
  const locale = useLocale()
  const format = useFormatter()
  if (!effects) {
    return (
      <Panel title={t('effects')}>
        <p className="text-soft">{t('notEffects')}</p>
      </Panel>
    )
  }
  const due = format.dateTime(new Date(effects.dueOn), { dateStyle: 'long', timeZone: 'UTC' })
  const [whole] = effects.moves
  return (
    <Panel title={t('effects')}>
      <p className="text-sm text-soft">
        {say(codeWords('unit', effects.unit), locale)} · {t('effectsIntro', { year: effects.year })}
      </p>
      {whole && <Whole move={whole} />}
      <MoveList moves={effects.moves.slice(1)} />
      {effects.rank && <p className="mt-2">{t('rank', effects.rank)}</p>}
      {effects.corps.length > 0 && (
        <>
          <h3 className="mt-4 text-base">{t('effectsCorps')}</h3>
          <MoveList moves={effects.corps} />
        </>
      )}
      <div className="mt-4 grid gap-1 border-t border-line pt-3 text-sm text-soft">
        <p>{t('due', { date: due })}</p>
        <p>{t(effects.large ? 'two' : 'one')}</p>
      </div>
    </Panel>
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

/** Turnover of each member the contract will be counted under. */
function MoveList({ moves }: { moves: readonly Move[] }) {
  const t = useTranslations('checks')
  const locale = useLocale()
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
          <tr key={dimension}>
            <th className="border-t border-line py-1.5 pr-2 text-left align-top font-normal" scope="row">
              {dimension === 'all' ? (
                t('whole')
              ) : (
                <>
                  <span className="block text-faint">{say(dimensionWords[dimension], locale)}</span>
                  {say(memberWords(dimension, member, []), locale)}
                </>
              )}
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
