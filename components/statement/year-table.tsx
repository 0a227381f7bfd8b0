import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { Icon, type IconName } from '@/components/ui/icon'
import { RowHead, Table, Td, Th, Tr } from '@/components/ui/table'
import { periodWords } from '@/lib/domain/reconcile/period'
import { monthsOf, type SignatureState, signatureStates } from '@/lib/domain/statement/statement'
import { say, type Words } from '@/lib/domain/words'
import { routes } from '@/lib/routes'

export interface ShownMonth {
  content: { month: string; figures: Record<string, string> }
  state: SignatureState
}

const looks: Record<SignatureState, { icon: IconName | null; ink: string }> = {
  signed: { icon: 'check', ink: 'text-jade' },
  broken: { icon: 'warning', ink: 'text-cinnabar' },
  unsigned: { icon: null, ink: 'text-poplar-ink' },
  ahead: { icon: null, ink: 'text-faint' },
}

/** Units and months of a year: how many contracts, and whether the office has signed them. */
export function YearTable({
  year,
  units,
}: {
  year: number
  units: readonly { code: string; words: Words; months: readonly ShownMonth[] }[]
}) {
  const t = useTranslations('statement')
  const locale = useLocale()
  return (
    <Table caption={t('overview', { year: String(year) })} wide>
      <thead>
        <tr>
          <Th>{t('unit')}</Th>
          {monthsOf(year).map((month) => (
            <Th key={month} numeric>
              {t('month', { month: Number(month.slice(5)) })}
            </Th>
          ))}
          <Th numeric>{t('due')}</Th>
        </tr>
      </thead>
      <tbody>
        {units.map(({ code, words, months }) => {
          const due = months.filter(({ state }) => state !== 'ahead')
          return (
            <Tr key={code}>
              <RowHead className="whitespace-nowrap">{say(words, locale)}</RowHead>
              {months.map(({ content: { month, figures }, state }) => {
                const { icon, ink } = looks[state]
                const count = figures.contracts ?? '0'
                return (
                  <Td key={month} numeric>
                    {state === 'ahead' ? (
                      <span className={ink}>—</span>
                    ) : (
                      <Link
                        aria-label={t('cell', {
                          unit: say(words, locale),
                          month: say(periodWords(month), locale),
                          state: say(signatureStates[state], locale),
                          count,
                        })}
                        className={`inline-flex min-h-6 items-center gap-1 hover:underline ${ink}`}
                        href={routes.statement(code, month)}
                        prefetch={false}
                        title={say(signatureStates[state], locale)}
                      >
                        {icon && <Icon className="size-3.5" name={icon} />}
                        {count}
                      </Link>
                    )}
                  </Td>
                )
              })}
              <Td numeric>
                {t('signedOf', {
                  signed: due.filter(({ state }) => state === 'signed').length,
                  due: due.length,
                })}
              </Td>
            </Tr>
          )
        })}
      </tbody>
    </Table>
  )
}
