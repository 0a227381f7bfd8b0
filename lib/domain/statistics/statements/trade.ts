import type { Words } from '../../words'
import type { Row, Table } from '../compute'
import { sentence } from './clauses'
import { contracts, money } from './quantities'
import { sumOf } from './rows'
import { none, type Telling } from './telling'

/** 技术进口 1 项、2,052.00 万元，没有技术出口. */
export function trade({ rows }: Table, telling: Telling): Words {
  const { zh, en } = none(telling)
  if (rows.every((row) => sumOf(row, 'contracts') === 0n)) {
    return { zh: `${zh}技术进出口`, en: `${en} technology import or export` }
  }
  return sentence(...rows.map((row) => traded(row, telling)))
}

function traded(row: Row, telling: Telling): Words {
  const { zh, en } = row.words
  const registered = sumOf(row, 'contracts')
  if (registered === 0n) return { zh: `${none(telling).zh}${zh}`, en: `${none(telling).en} ${lower(en)}` }
  const [items, value] = [contracts(registered), money(sumOf(row, 'turnover'))]
  return { zh: `${zh} ${items.zh}、${value.zh}`, en: `${lower(en)}: ${items.en}, ${value.en}` }
}

const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1)
