import { widthOf } from '@/lib/domain/report/paper/drawing'

/** The page of official papers (GB/T 9704—2012 §5): A4, in points; the text is 156 mm by 225 mm. */
const mm = 72 / 25.4
export const page = {
  width: 210 * mm,
  height: 297 * mm,
  top: 37 * mm,
  bottom: 35 * mm,
  left: 28 * mm,
  right: 26 * mm,
} as const
export const textWidth = page.width - page.left - page.right
export const textHeight = page.height - page.top - page.bottom

/** Sizes in points by their Chinese names: 二号, 三号, 小三, 四号, 小四, 五号, 小五. */
export const sizes = {
  title: 22,
  body: 16,
  second: 15,
  issuer: 16,
  caption: 12,
  small: 10.5,
  least: 9,
} as const

/** Heights of lines in points, fixed so that pages break alike whatever the font. */
export const lines = { title: 40, body: 28, caption: 18, note: 16, cell: 13.5 } as const

/** Above and below a cell's lines. */
export const CELL_PAD = 2.6

/** Tables up to so many rows stay on one page; of longer ones a few at least stand with the head, and a few at the end. */
const [WHOLE_ROWS, FEWEST_ROWS] = [15, 3]

/** Whether a table's row stands on the page of the next; the last one on that of the note below, if there is one. */
export const staysWithNext = (index: number, count: number, noted: boolean): boolean =>
  index === count - 1 ? noted : count <= WHOLE_ROWS || index < FEWEST_ROWS - 1 || index >= count - FEWEST_ROWS

/** What runs at the head of the pages: whose they are at the left, where there is room beside what they are at the right. */
export const runningOf = ({ title, standing }: { title: string; standing: string }): [string, string] => [
  widthOf(`${title}${standing}`, sizes.least) + 20 < textWidth ? title : '',
  standing,
]
