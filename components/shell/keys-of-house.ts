import type { Words } from '@/lib/domain/words'

interface Key {
  press: readonly string[]
  words: Words
}

/** The keys beside `g` and the letter of a place, which the places bring themselves; the help shows them as they stand here. */
export const keysOfHouse: readonly { id: string; heading: Words; keys: readonly Key[] }[] = [
  {
    id: 'everywhere',
    heading: { zh: '各处', en: 'Everywhere' },
    keys: [
      { press: ['/'], words: { zh: '搜索', en: 'Search' } },
      { press: ['Ctrl', 'K'], words: { zh: '命令（苹果电脑按 ⌘ K）', en: 'Commands (⌘ K on a Mac)' } },
      { press: ['?'], words: { zh: '打开这份说明', en: 'Open this help' } },
    ],
  },
  {
    id: 'lists',
    heading: { zh: '列表', en: 'Lists' },
    keys: [
      { press: ['J', 'K'], words: { zh: '下一行、上一行', en: 'Next row, row before' } },
      { press: ['Enter'], words: { zh: '打开所在行', en: 'Open the row' } },
    ],
  },
  {
    id: 'decision',
    heading: { zh: '审核合同时', en: 'While deciding on a contract' },
    keys: [
      { press: ['A'], words: { zh: '审核通过', en: 'Approve' } },
      { press: ['R'], words: { zh: '退回补正', en: 'Return for correction' } },
      { press: ['X'], words: { zh: '不予登记', en: 'Refuse' } },
      { press: ['J', 'K'], words: { zh: '下一件、上一件', en: 'Next contract, contract before' } },
    ],
  },
  {
    id: 'entry',
    heading: { zh: '录入合同时', en: 'While entering a contract' },
    keys: [
      { press: ['Alt', 'Enter'], words: { zh: '跳到下一处待填', en: 'Go to the next open point' } },
      {
        press: ['Alt', 'PgDn / PgUp'],
        words: { zh: '下一部分、上一部分', en: 'Section after, section before' },
      },
      { press: ['Ctrl', 'Enter'], words: { zh: '核对并提交', en: 'Check and submit' } },
    ],
  },
  {
    id: 'report',
    heading: { zh: '编辑年报时', en: 'While editing the report' },
    keys: [
      { press: ['Ctrl', 'S'], words: { zh: '保存', en: 'Save' } },
      { press: ['Alt', '↑ / ↓'], words: { zh: '移动所在段落', en: 'Move the block' } },
    ],
  },
]
