import type { Caption, ChartData } from './chart-data'
import { ROW } from './chart-data'
import type { Inks } from './option'

const WIDTH = 960
const EDGE = 32
const HEAD = 84
const FOOT = 40

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')

/** A drawing framed by what it says: title, what is measured, and when. `body` is an SVG of that height. */
export function framed(
  body: string,
  height: number,
  { title, subtitle, source }: Caption,
  inks: Inks,
): string {
  const font = getComputedStyle(document.body).fontFamily.replaceAll('"', "'")
  const line = (text: string, y: number, size: number, weight = 400) =>
    `<text x="${EDGE}" y="${y}" font-size="${size}" font-weight="${weight}" fill="${inks.text}">${escaped(text)}</text>`
  const whole = HEAD + height + FOOT
  return `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="${WIDTH}" height="${whole}" viewBox="0 0 ${WIDTH} ${whole}" font-family="${escaped(font)}" role="img" aria-label="${escaped(title)}"><rect width="100%" height="100%" fill="${inks.sheet}"/>${line(title, 40, 20, 600)}${line(subtitle, 66, 13)}<g transform="translate(${EDGE} ${HEAD})">${body}</g>${line(source, whole - 16, 12)}</svg>`
}

export const insideWidth = WIDTH - 2 * EDGE

/** Height of a saved drawing. */
export const savedHeight = ({ kind, labels }: ChartData): number =>
  kind === 'bars' ? labels.length * ROW : kind === 'columns' ? 320 : 120

/** Hands the browser a file. */
function hand(blob: Blob, name: string): void {
  const address = URL.createObjectURL(blob)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}

export const saveSvg = (svg: string, name: string): void =>
  hand(new Blob([svg], { type: 'image/svg+xml' }), `${name}.svg`)

/** The same picture in pixels, twice as fine as it is wide. */
export async function savePng(svg: string, name: string): Promise<void> {
  const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }))
  const image = new Image()
  image.src = address
  await image.decode()
  const canvas = document.createElement('canvas')
  canvas.width = image.naturalWidth * 2
  canvas.height = image.naturalHeight * 2
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
  URL.revokeObjectURL(address)
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'))
  if (blob) hand(blob, `${name}.png`)
}
