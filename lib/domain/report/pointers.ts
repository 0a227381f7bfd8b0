import type { Block, Chapter } from './model'
import type { Span } from './spans'

type Kind = 'table' | 'figure'

/** 表 3, 图 2, Table 3: typed by hand, where a slot would follow the numbering. */
const BY_NUMBER =
  /(?<![图代发地外])(?<zh>[表图])\s*(?<digits>\d{1,3})(?!\d|\s*[套张份本册幅个家项人名年月日%.])|\b(?<en>table|figure)\s+(?<number>\d{1,3})\b/giu
/** 见上表, 下图所示, the table above; neither 以上表明 nor 会上表扬. */
const BY_PLACE = new RegExp(
  [
    '(?<=^|[见如据由从与较，。；、（(])(?<way>[上前下后])(?<zh>[表图])(?![明示述现达彰扬决演谋书片像形案纸])',
    '(?<way2>[上前下后])(?<zh2>[表图])(?=所示|所列|可见|显示|可知|反映)',
    '\\b(?<en>table|figure)s?\\s+(?<after>above|below)\\b',
    '\\b(?<before>above|preceding|following)\\s+(?<en2>table|figure)\\b',
  ].join('|'),
  'giu',
)

/** Words of the staff's own that point at a table or figure which isn't printed, or not where they say. */
export function danglingPointers(chapters: readonly Chapter[]): { block: string; words: string }[] {
  const printed = chapters.flatMap(({ blocks }) => blocks)
  return chapters.flatMap(({ blocks }) =>
    blocks.flatMap((block, at) => {
      if (block.kind !== 'own' && !(block.kind === 'note' && !block.on)) return []
      const words = [block.said.zh, block.said.en].flatMap((spans) => [
        ...byNumber(typed(spans), printed),
        ...byPlace(typed(spans), blocks, at),
      ])
      return [...new Set(words)].map((one) => ({ block: block.id, words: one }))
    }),
  )
}

/** What was typed; what slots print is blank. */
const typed = (spans: readonly Span[]): string =>
  spans.map(({ kind, text }) => (kind === 'text' || kind === 'sourced' ? text : '□')).join('')

const kindNamed = (word: string): Kind => (/^(表|table)$/i.test(word) ? 'table' : 'figure')

const byNumber = (text: string, printed: readonly Block[]): string[] =>
  [...text.matchAll(BY_NUMBER)].flatMap(({ 0: found, groups = {} }) => {
    const kind = kindNamed(groups.zh ?? groups.en ?? '')
    const number = Number(groups.digits ?? groups.number)
    return printed.some((one) => one.kind === kind && one.number === number) ? [] : [found]
  })

const byPlace = (text: string, blocks: readonly Block[], at: number): string[] =>
  [...text.matchAll(BY_PLACE)].flatMap(({ 0: found, groups = {} }) => {
    const { way, way2, zh, zh2, en, en2, before, after } = groups
    const kind = kindNamed(zh ?? zh2 ?? en ?? en2 ?? '')
    const isBefore = /^([上前]|above|preceding)$/i.test(way ?? way2 ?? before ?? after ?? '')
    const there = isBefore ? blocks.slice(0, at) : blocks.slice(at + 1)
    return there.some((one) => one.kind === kind) ? [] : [found]
  })
