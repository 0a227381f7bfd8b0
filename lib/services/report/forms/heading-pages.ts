import { widthOf } from '@/lib/domain/report/paper/drawing'
import type { Paper } from '@/lib/domain/report/paper/paper'
import { textHeight } from './layout'
import { flowed, type Placed } from './pdf/flow'
import { type Content, piecesOf } from './pdf/pieces'

/** Cover and contents stand before the text; without a heading there are no contents. */
const firstPage = ({ blocks }: Paper): number => (blocks.some(({ kind }) => kind === 'heading') ? 2 : 1)

/** Every piece of the text on its page, counted from 0; the pages before it are the cover's and the contents'. */
export const pagesOf = (paper: Paper, measure: Parameters<typeof piecesOf>[1]): Placed<Content>[] =>
  flowed(piecesOf(paper, measure), textHeight, firstPage(paper))

/** The page of each heading in their order, from 0. */
export const headingPages = ({ blocks }: Paper, placed: readonly Placed<Content>[]): number[] =>
  blocks.flatMap(({ kind }, at) =>
    kind === 'heading' ? [placed.find(({ content }) => content.block === at)?.page ?? 0] : [],
  )

/**
 * The same without a font: lines have fixed heights and Chinese characters are squares, so that another font breaks pages
 * alike. Word renews these numbers when it updates its fields.
 */
export const likelyPages = (paper: Paper): number[] =>
  headingPages(
    paper,
    pagesOf(paper, (_, size, text) => widthOf(text, size)),
  )
