import type { DimensionName } from '../statistics/dimensions'
import { memberWords } from '../statistics/members'
import type { Words } from '../words'
import { codeWords } from './code-lists'
import { type Filter, filterables } from './filters'
import { amountText } from './list-query'

/** What a filter asks for, as its chip says it: the name of the field, and the values. */
export function filterWords(
  filter: Filter,
  unitNames: ReadonlyMap<string, Words>,
): { label: Words; value: Words } {
  return { label: filterables[filter.key].label, value: wordsOf(filter, unitNames) }
}

const same = (text: string): Words => ({ zh: text, en: text })
const joined = (words: readonly Words[]): Words => ({
  zh: words.map(({ zh }) => zh).join('、'),
  en: words.map(({ en }) => en).join(', '),
})

function wordsOf(filter: Filter, unitNames: ReadonlyMap<string, Words>): Words {
  const { list } = filterables[filter.key]
  switch (filter.operator) {
    case 'contains':
      return { zh: `含“${filter.text}”`, en: `contains “${filter.text}”` }
    case 'in':
      return joined(
        filter.codes.map((code) =>
          list === 'unit' ? (unitNames.get(code) ?? same(code)) : list ? codeWords(list, code) : same(code),
        ),
      )
    case 'cell':
      return joined(
        filter.members.map((member) => memberWords(filter.dimension as DimensionName, member, [])),
      )
    case 'is':
      return filter.value ? { zh: '是', en: 'yes' } : { zh: '否', en: 'no' }
    case 'during':
      return range(filter.from, filter.to, same(''))
    case 'between':
      return range(
        filter.from === null ? null : amountText(filter.from, filter.unit),
        filter.to === null ? null : amountText(filter.to, filter.unit),
        filter.unit === 'wan' ? { zh: ' 万元', en: ' × 10k yuan' } : { zh: ' 元', en: ' yuan' },
      )
  }
}

function range(from: string | null, to: string | null, unit: Words): Words {
  if (from !== null && to !== null) return both(`${from} – ${to}`, `${from} – ${to}`, unit)
  return from !== null
    ? both(`${from} 起`, `from ${from}`, unit, true)
    : both(`至 ${to}`, `up to ${to}`, unit)
}

/** The unit stands before 起: `50 万元起`. */
const both = (zh: string, en: string, unit: Words, before = false): Words => ({
  zh: before && unit.zh ? zh.replace(/ 起$/, `${unit.zh}起`) : `${zh}${unit.zh}`,
  en: `${en}${unit.en}`,
})
