import { bodies, bounds, kinds, places, stems } from './narrowing-words'

/**
 * What narrows a number: a thing that is named before it. Named things are known by the nouns they end with or by the words
 * they are made of; all else in a clause, its verbs, adverbs and praise, narrows nothing and needs not be known.
 */

const between = new RegExp(`(?:${bounds})`)
const placeName = new RegExp(`[一-龥A-Za-z](?:${places})$`)
const bodyName = new RegExp(`[一-龥A-Za-z](?:${bodies})$`)
const kindName = new RegExp(`[一-龥A-Za-z]{2}(?:${kinds})$`)
const stem = new RegExp(stems)

/** Words without weight at the ends of a name. */
const light =
  /^(?:其中|此外|同时|以及|分别|主要|仅|只|就(?![地近])|也|又|还|则|即|而|且|并|都|已|共|有|但|与|及|和|或|等|以|在|于|从|由|到(?![账款位])|至|对|将|被|使|让|为|是|占|按|向|把|较|比|达|中|年内|年度|年末|年底|目前|实际)+|(?:共|有|均|则|以|在|为|是|占|等|仅|达|就|也|还|都|已|又|中|上|下|额|数|量)+$/g

/** A clause without brackets; `§` stands for a subject that is known, `¤` for a measure. */
const relative = /([一-龥]{2,16})的\s*¤/

/** Whether a piece of a clause is the name of a thing. */
const names = (piece: string): boolean =>
  placeName.test(piece) || bodyName.test(piece) || kindName.test(piece) || stem.test(piece)

const bare = (piece: string): string => piece.replace(light, '')

/**
 * The name of what a stretch of text speaks of, if its words say that at all; subjects stand as § in it, measures as ¤. Of a
 * long one the end is what counts.
 */
export function qualifierIn(text: string): string {
  const near = text
    .slice(-60)
    .replace(/\([^()]{0,60}\)?/g, ' ')
    .replace(/§的?(?:重大|大额|大宗)/g, '§')
  const before = /上(?:月|季度?|期)/.exec(near)
  if (before) return before[0]
  const each = /(?<!平均)每[家人天日月所名]/.exec(near.replace(/平均(?=每)/, ''))
  if (each) return each[0]
  const some = /[两三四五六七八九](?:地|[市区县省州院校园])(?![一-龥])/.exec(near)
  if (some) return some[0]
  const named = near
    .split(between)
    .filter((piece) => names(piece) || names(bare(piece)))
    .map(bare)
  if (named.length > 0) return named.join('')
  // 备受关注的技术合同: a clause of its own before the noun.
  const [, clause = ''] = relative.exec(near) ?? []
  const rest = clause.split(between).map(bare).join('')
  return rest.length < 2 ? '' : rest
}
