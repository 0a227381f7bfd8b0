import type { Words } from '../../words'
import { type Ledger, type Sums, sumsOf } from '../book'
import type { ContractTable } from '../catalogue'
import type { CountedContract } from '../counted'
import { begun, sentence } from './clauses'
import { before, contracts, money, share } from './quantities'
import { nothingRegistered, registeredForNothing } from './rows'
import { isOver, none, type Telling, theYear } from './telling'

const IMPORT = '1'

type Listed = readonly Pick<CountedContract, 'turnover'>[]

/**
 * The title of a list of contracts, made from its contracts (the largest first, cut at the list's length) and the year's
 * sums, which say whether it was cut.
 */
export function statementOfList(
  { pick }: ContractTable,
  listed: Listed,
  ledger: Ledger,
  telling: Telling,
): Words {
  const all = sumsOf(ledger, 'all', '')
  const picked = sumsOf(ledger, 'trade', IMPORT)
  return begun(pick === 'largest' ? largest(listed, all, telling) : imports(listed, all, picked, telling))
}

/** 最大一项 1.08 亿元，占全年 13.2%，前 10 项合计占 41.0%. */
function largest(listed: Listed, all: Sums, telling: Telling): Words {
  if (all.contracts === 0n) return nothingRegistered(telling)
  const whole = all.turnover
  if (whole === 0n) return registeredForNothing(all.contracts)
  const cut = all.contracts > BigInt(listed.length)
  const first = single(listed, cut)
  const each = { zh: first.equal > 1 ? '各' : '', en: first.equal > 1 ? ' each' : '' }
  const part = ofYear(first.turnover, whole, telling)
  const together = share(sumOf(listed), whole)
  return sentence(
    first.words,
    { zh: `${each.zh}占${part.zh}`, en: `${part.en}${each.en}` },
    cut && listed.length > 1
      ? {
          zh: before(`前 ${listed.length} 项合计占`, together.zh),
          en: `the first ${listed.length} together ${together.en}`,
        }
      : null,
  )
}

/** 技术进口 3 项、2,500.00 万元，占全年 3.1%，最大一项 2,052.00 万元. */
function imports(listed: Listed, all: Sums, picked: Sums, telling: Telling): Words {
  const { zh, en } = none(telling)
  if (picked.contracts === 0n) return { zh: `${zh}技术进口`, en: `${en} technology import` }
  const [items, value] = [contracts(picked.contracts), money(picked.turnover)]
  const part = all.turnover > 0n ? ofYear(picked.turnover, all.turnover, telling) : null
  return sentence(
    { zh: `技术进口 ${items.zh}、${value.zh}`, en: `technology import: ${items.en}, ${value.en}` },
    part && { zh: `占${part.zh}`, en: part.en },
    picked.contracts > 1n ? single(listed, picked.contracts > BigInt(listed.length)).words : null,
  )
}

const sumOf = (listed: Listed): bigint => listed.reduce((sum, { turnover }) => sum + turnover, 0n)

function ofYear(part: bigint, whole: bigint, telling: Telling): Words {
  const { zh, en } = share(part, whole)
  const year = theYear(telling)
  return { zh: before(`${year.zh}${isOver(telling) ? '' : '的'}`, zh), en: `${en} of ${year.en}` }
}

/**
 * The greatest single turnover and how many contracts share it: one, where they reach the end of a cut list and more
 * may follow, since nothing is then said of their number.
 */
function single(listed: Listed, cut: boolean): { words: Words; turnover: bigint; equal: number } {
  const turnover = listed[0]?.turnover ?? 0n
  const equal = listed.filter((one) => one.turnover === turnover).length
  const { zh, en } = money(turnover)
  if (cut && equal === listed.length) {
    return {
      words: { zh: before('单项最高', zh), en: `the highest turnover of one contract is ${en}` },
      turnover,
      equal: 1,
    }
  }
  const words =
    equal > 1
      ? { zh: before(`最大的 ${equal} 项各`, zh), en: `the largest ${equal} contracts ${en} each` }
      : { zh: before('最大一项', zh), en: `the largest contract ${en}` }
  return { words, turnover, equal }
}
