import { addSums, type Ledger, noSums, type SplitName, type Sums } from './book'
import { dimensionNames } from './dimensions'
import type { Facts } from './facts'

/** The sums of a year as the database keeps them, made from the facts of its contracts; `elsewhere`: what flowed in. */
export function ledgerOf(contracts: readonly Facts[], elsewhere: readonly Sums[] = []): Ledger {
  const ledger = new Map<SplitName, Map<string, Sums>>()
  const add = (split: SplitName, member: string, sums: Sums) => {
    const members = ledger.get(split) ?? new Map<string, Sums>()
    ledger.set(split, members.set(member, addSums(members.get(member) ?? noSums, sums)))
  }
  for (const facts of contracts) {
    const sums = { contracts: 1n, turnover: facts.turnover, technology: facts.technology }
    add('all', '', sums)
    add('unit', facts.unit, sums)
    add('direction', 'out', sums)
    if (facts.flow === '1') add('direction', 'within', sums)
    for (const name of dimensionNames) add(name, facts[name], sums)
  }
  for (const sums of elsewhere) add('direction', 'elsewhere', sums)
  return ledger
}
