import { handOver } from '@/components/ui/hand-over'
import { type Caption, type ChartData, ROW } from './chart-data'
import type { FlowPicture } from './flow-box'
import type { Inks } from './option'
import type { PictureForm } from './save-buttons'

const WIDTH = 960
const EDGE = 32
const HEAD = 84
const FOOT = 40

/** Room for the drawing between its edges. */
export const insideWidth = WIDTH - 2 * EDGE

/** Height of a saved drawing. */
export const savedHeight = ({ kind, labels }: ChartData): number =>
  kind === 'bars' ? labels.length * ROW : kind === 'columns' ? 320 : 120

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')

/** A drawing framed by what it says: title, what is measured, whose figures and when. `body` is SVG of that height. */
function framed(body: string, height: number, { title, subtitle, source }: Caption, inks: Inks): string {
  const font = getComputedStyle(document.body).fontFamily.replaceAll('"', "'")
  const line = (text: string, y: number, size: number, weight = 400) =>
    `<text x="${EDGE}" y="${y}" font-size="${size}" font-weight="${weight}" fill="${inks.text}">${escaped(text)}</text>`
  const whole = HEAD + height + FOOT
  return `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="${WIDTH}" height="${whole}" viewBox="0 0 ${WIDTH} ${whole}" font-family="${escaped(font)}" role="img" aria-label="${escaped(title)}"><rect width="100%" height="100%" fill="${inks.sheet}"/>${line(title, 40, 20, 600)}${line(subtitle, 66, 13)}<g transform="translate(${EDGE} ${HEAD})">${body}</g>${line(source, whole - 16, 12)}</svg>`
}

/** A flow with the words at its sides, in the colours of the theme. */
export function flowSvg({ bands, left, right }: FlowPicture, inks: Inks): string {
  const side = 190
  const across = (insideWidth - 2 * side) / 100
  const words = (x: number, anchor: string, list: FlowPicture['left']) =>
    list
      .map(
        ({ label, y }) =>
          `<text x="${x}" y="${y + 4}" text-anchor="${anchor}" font-size="12" fill="${inks.text}">${escaped(label)}</text>`,
      )
      .join('')
  const paths = bands
    .map(({ path, ink }) => `<path d="${path}" fill="${inks.series[ink]}" fill-opacity="0.6"/>`)
    .join('')
  return `${words(side - 10, 'end', left)}<g transform="translate(${side} 0) scale(${across} 1)">${paths}</g>${words(insideWidth - side + 10, 'start', right)}`
}

/** Hands the browser a picture: as SVG, or in pixels twice as fine as it is wide. */
export async function savePicture(
  form: PictureForm,
  body: string,
  height: number,
  caption: Caption,
  inks: Inks,
): Promise<void> {
  const svg = new Blob([framed(body, height, caption, inks)], { type: 'image/svg+xml' })
  const picture = form === 'svg' ? svg : await pixels(svg)
  if (picture) handOver(picture, `${caption.title}.${form}`)
}

async function pixels(svg: Blob): Promise<Blob | null> {
  const address = URL.createObjectURL(svg)
  const image = new Image()
  image.src = address
  await image.decode()
  const canvas = document.createElement('canvas')
  canvas.width = image.naturalWidth * 2
  canvas.height = image.naturalHeight * 2
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
  URL.revokeObjectURL(address)
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/png'))
}
