import type { TableId } from '../statistics/catalogue'
import type { Row } from '../statistics/compute'
import { sumOf } from '../statistics/statements/rows'
import { isOver } from '../statistics/statements/telling'
import type { Words } from '../words'
import { names } from './names'
import { memberCount } from './numbers'
import type { Source } from './source'
import { en, type Said, zh } from './spans'
import { clauses, words } from './words'

export const rising = (row: Row): boolean => sumOf(row, 'turnover') > sumOf(row, 'turnoverLast')
const falling = (row: Row): boolean => sumOf(row, 'turnover') < sumOf(row, 'turnoverLast')

/** How many rows may stand behind 除 …外. */
const EXCEPTIONS = 2

interface Side {
  claim: 'grew' | 'fell'
  said: Said
  rows: readonly Row[]
}

/**
 * Which rows of a closed year grew and which fell, by name: all of them, all but one or two, or each side.
 * Null while the year runs, and where last year had nothing.
 * @param noun what the rows are, in the plural of English
 */
export function movement(source: Source, table: TableId, noun: Words): { claim: string; said: Said } | null {
  const { rows } = source.table(table)
  if (!isOver(source.telling) || rows.every((row) => sumOf(row, 'turnoverLast') === 0n)) return null
  const up: Side = { claim: 'grew', said: words('增长', 'grew'), rows: rows.filter(rising) }
  const down: Side = { claim: 'fell', said: words('下降', 'fell'), rows: rows.filter(falling) }
  if (up.rows.length + down.rows.length === 0) {
    const all = names(table, rows)
    return {
      claim: 'level',
      said: { zh: zh`${all}成交额均与上年持平`, en: en`${all} are level with last year` },
    }
  }
  for (const side of [up, down]) {
    const others = rows.filter((row) => !side.rows.includes(row))
    if (others.length === 0) return { claim: `all ${side.claim}`, said: ofAll(table, side) }
    if (others.length <= EXCEPTIONS && side.rows.length > others.length) {
      return { claim: `all but some ${side.claim}`, said: ofAllBut(source, table, side, others, noun) }
    }
  }
  return { claim: 'some grew, some fell', said: clauses(ofSome(table, up), ofSome(table, down)) }
}

function ofAll(table: TableId, { rows, said }: Side): Said {
  const who = names(table, rows)
  const all = words('', rows.length === 2 ? 'both' : 'all')
  return { zh: zh`${who}成交额较上年均有${said}`, en: en`${who} ${all} ${said} on last year` }
}

/** 除技术转让外，其余 4 类合同成交额较上年均有增长. */
function ofAllBut(source: Source, table: TableId, side: Side, others: readonly Row[], noun: Words): Said {
  const count = memberCount(side.rows.length, source)
  const [who, what] = [names(table, others), words(noun.zh, noun.en)]
  return {
    zh: zh`除${who}外，其余${count}${what}成交额较上年均有${side.said}`,
    en: en`all but ${who} ${side.said} on last year (${count} ${what})`,
  }
}

function ofSome(table: TableId, { rows, said }: Side): Said | null {
  if (rows.length === 0) return null
  const who = names(table, rows)
  return { zh: zh`${who}成交额较上年${said}`, en: en`${who} ${said} on last year` }
}
