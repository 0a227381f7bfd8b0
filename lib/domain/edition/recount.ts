import { type Book, type Ledger, type SplitName, type Sums, sumsOf } from '../statistics/book'
import { dimensionWords } from '../statistics/dimension-words'
import { measures } from '../statistics/measures'
import { memberWords } from '../statistics/members'
import type { Words } from '../words'
import { both, exactly, type Failure, failure, joined } from './failure'
import type { Shown } from './shown'

/** Every member of every split, this year and last, against the sums counted from the contracts. */
export function recountOf({ book, units, year }: Shown, recounted: Book): Failure[] {
  return (['this', 'last'] as const).flatMap((which) =>
    differences(book[which], recounted[which]).map(({ split, member, amount: name, found, expected }) => {
      const at = both(String(which === 'this' ? year : year - 1))
      return failure(
        'recount',
        joined(at, splitWords(split), memberWords(split, member, units), measures[name].words),
        exactly({ n: found, d: 1n }, name),
        exactly({ n: expected, d: 1n }, name),
      )
    }),
  )
}

interface Difference {
  split: SplitName
  member: string
  amount: keyof Sums
  found: bigint
  expected: bigint
}

function differences(found: Ledger, expected: Ledger): Difference[] {
  const splits = [...new Set([...found.keys(), ...expected.keys()])]
  return splits.flatMap((split) => {
    const members = new Set([...(found.get(split)?.keys() ?? []), ...(expected.get(split)?.keys() ?? [])])
    return [...members].flatMap((member) => {
      // What flows in from elsewhere is no contract of ours, and is not recounted.
      if (split === 'direction' && member === 'elsewhere') return []
      const [a, b] = [sumsOf(found, split, member), sumsOf(expected, split, member)]
      return (['contracts', 'turnover', 'technology'] as const).flatMap((amount) =>
        a[amount] === b[amount] ? [] : [{ split, member, amount, found: a[amount], expected: b[amount] }],
      )
    })
  })
}

const splitWords = (split: SplitName): Words => {
  switch (split) {
    case 'all':
      return { zh: '全部', en: 'All' }
    case 'unit':
      return { zh: '登记单位', en: 'Unit' }
    case 'direction':
      return { zh: '流入流出', en: 'In and out' }
    default:
      return dimensionWords[split]
  }
}
