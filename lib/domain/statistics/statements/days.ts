import type { Words } from '../../words'
import type { Sums } from '../book'
import { apart, begun } from './clauses'
import { contracts, money } from './quantities'

/**
 * 今天新登记 3 项、120.50 万元；本周 12 项、1,050.00 万元. The week is Monday to today and holds today; sums in fen, by
 * the day of registration.
 */
export function statementOfDays(today: Sums, week: Sums): Words {
  if (week.contracts === 0n) {
    return { zh: '本周尚无新登记', en: 'Nothing registered this week yet' }
  }
  if (today.contracts === 0n) {
    return begun(
      apart(
        { zh: '今天尚无新登记', en: 'nothing registered today yet' },
        { zh: `本周 ${said(week).zh}`, en: `this week: ${said(week).en}` },
      ),
    )
  }
  const now = { zh: `今天新登记 ${said(today).zh}`, en: `registered today: ${said(today).en}` }
  const alone = today.contracts === week.contracts
  return begun(
    apart(
      now,
      alone
        ? { zh: '本周累计相同', en: 'this week: the same' }
        : { zh: `本周 ${said(week).zh}`, en: `this week: ${said(week).en}` },
    ),
  )
}

function said({ contracts: registered, turnover }: Sums): Words {
  const [items, value] = [contracts(registered), money(turnover)]
  return { zh: `${items.zh}、${value.zh}`, en: `${items.en}, ${value.en}` }
}
