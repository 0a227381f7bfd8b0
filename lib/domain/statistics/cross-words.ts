import { filterWords } from '../contract/filter-words'
import type { Words } from '../words'
import type { CrossQuery, Side } from './cross-query'
import { dimensionWords } from './dimension-words'
import { measures } from './measures'

/** What stands along a side. */
export const sideWords: Readonly<Record<Side, Words>> = {
  unit: { zh: '登记单位', en: 'Registration unit' },
  year: { zh: '年度', en: 'Year' },
  ...dimensionWords,
}

/** A cross-table's title: what is counted, by what, in which years. `years` are settled. */
export function crossTitle({ rows, columns, measures: names, years }: CrossQuery): Words {
  const by = listed(
    (columns === null ? [rows] : [rows, columns]).map((side) => sideWords[side]),
    { zh: '和', en: ' and ' },
  )
  const counted = listed(
    names.map((name) => measures[name].words),
    { zh: '、', en: ' · ' },
  )
  return {
    zh: `${runs(years, '—', '、')}年按${by.zh}统计的${counted.zh}`,
    en: `${counted.en} by ${by.en.toLowerCase()}, ${runs(years, '–', ', ')}`,
  }
}

/** The filters of a question in one line, or null where it has none. */
export function crossFilterWords({ filters }: CrossQuery, units: ReadonlyMap<string, Words>): Words | null {
  if (filters.length === 0) return null
  const said = filters.map((filter) => {
    const { label, value } = filterWords(filter, units)
    return { zh: `${label.zh}：${value.zh}`, en: `${label.en}: ${value.en}` }
  })
  return listed(said, { zh: '；', en: '; ' })
}

const listed = (words: readonly Words[], mark: Words): Words => ({
  zh: words.map(({ zh }) => zh).join(mark.zh),
  en: words.map(({ en }) => en).join(mark.en),
})

/** Years that follow each other as one run: 2021—2024. */
function runs(years: readonly number[], to: string, mark: string): string {
  const found: [number, number][] = []
  for (const year of years) {
    const last = found.at(-1)
    if (last && last[1] === year - 1) last[1] = year
    else found.push([year, year])
  }
  return found.map(([from, until]) => (from === until ? `${from}` : `${from}${to}${until}`)).join(mark)
}
