import type { Words } from '../words'
import type { Rule } from './judgement'
import { across } from './rules/across'
import { parts } from './rules/breakdowns'
import { pers, rates } from './rules/counts'
import { growth, increases } from './rules/growth'
import { hundred } from './rules/hundred'
import { implied } from './rules/implied'
import { leads } from './rules/leads'
import { lists } from './rules/lists'
import { means } from './rules/means'
import { multiples } from './rules/multiples'
import { partitions } from './rules/partitions'
import { points } from './rules/points'
import { ranks } from './rules/ranks'
import { ratios } from './rules/ratios'
import { shares } from './rules/shares'
import { siblings } from './rules/siblings'
import { spans } from './rules/spans'
import { columns } from './rules/sums'
import { twice } from './rules/twice'

const table = {
  columns: { words: { zh: '表内合计', en: 'Totals of tables' }, rule: columns },
  across: { words: { zh: '表内横向合计', en: 'Totals across tables' }, rule: across },
  partitions: { words: { zh: '分项与总数', en: 'Parts and wholes' }, rule: partitions },
  siblings: { words: { zh: '并列各项与总数', en: 'Members and wholes' }, rule: siblings },
  twice: { words: { zh: '前后一致', en: 'Said alike throughout' }, rule: twice },
  shares: { words: { zh: '占比', en: 'Shares' }, rule: shares },
  hundred: { words: { zh: '占比合计', en: 'Shares make 100%' }, rule: hundred },
  means: { words: { zh: '平均数', en: 'Means' }, rule: means },
  growth: { words: { zh: '增幅', en: 'Growth' }, rule: growth },
  implied: { words: { zh: '增幅与上年合计', en: 'Growth and last year' }, rule: implied },
  increases: { words: { zh: '增量', en: 'Increases' }, rule: increases },
  multiples: { words: { zh: '倍数', en: 'Multiples' }, rule: multiples },
  ratios: { words: { zh: '比值', en: 'Ratios' }, rule: ratios },
  leads: { words: { zh: '高出的百分点', en: 'Leads in points' }, rule: leads },
  spans: { words: { zh: '多年累计', en: 'Years together' }, rule: spans },
  points: { words: { zh: '百分点', en: 'Percentage points' }, rule: points },
  ranks: { words: { zh: '名次', en: 'Places' }, rule: ranks },
  lists: { words: { zh: '列举', en: 'Lists' }, rule: lists },
  rates: { words: { zh: '比率', en: 'Rates' }, rule: rates },
  pers: { words: { zh: '平均数', en: 'Means' }, rule: pers },
  parts: { words: { zh: '其中各项', en: 'Breakdowns' }, rule: parts },
} as const satisfies Record<string, { words: Words; rule: Rule }>

export type RuleName = keyof typeof table | 'register'

/** What a report is held against itself by, in the order in which findings name their rule. */
export const rules: readonly [RuleName, Rule][] = Object.entries(table).map(([name, { rule }]) => [
  name as RuleName,
  rule,
])

export const ruleWords: Readonly<Record<RuleName, Words>> = {
  ...(Object.fromEntries(Object.entries(table).map(([name, { words }]) => [name, words])) as Record<
    keyof typeof table,
    Words
  >),
  register: { zh: '登记簿', en: 'The register' },
}
