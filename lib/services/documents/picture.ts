import 'server-only'
import type { Font } from 'fontkit'
import sharp from 'sharp'
import type { Drawing, Shape } from '@/lib/domain/report/paper/drawing'

/** Dots to the inch of a picture in print. */
const DENSITY = 300

/** A drawing as SVG in points; its letters are outlines, so that it looks the same whatever fonts a machine has. */
export function svgOf({ width, height, shapes }: Drawing, font: Font): string {
  const inner = shapes.map((shape) => elementOf(shape, font)).join('')
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"><rect width="${width}" height="${height}" fill="#ffffff"/>${inner}</svg>`
}

const short = (value: number): string => String(Math.round(value * 100) / 100)

function elementOf(shape: Shape, font: Font): string {
  switch (shape.kind) {
    case 'box': {
      const edge = shape.edge ? ` stroke="${shape.edge}" stroke-width="0.5"` : ''
      return `<rect x="${short(shape.x)}" y="${short(shape.y)}" width="${short(shape.width)}" height="${short(shape.height)}" fill="${shape.ink}"${edge}/>`
    }
    case 'line': {
      const [[x1, y1], [x2, y2]] = [shape.from, shape.to]
      return `<line x1="${short(x1)}" y1="${short(y1)}" x2="${short(x2)}" y2="${short(y2)}" stroke="${shape.ink}" stroke-width="${shape.width}"/>`
    }
    default: {
      const outline = outlineOf(shape, font)
      return `<path d="${outline}" fill="${shape.ink}"/>`
    }
  }
}

function outlineOf({ x, y, size, text, end }: Extract<Shape, { kind: 'text' }>, font: Font): string {
  const scale = size / font.unitsPerEm
  const run = font.layout(text)
  let at = end ? x - run.advanceWidth * scale : x
  return run.glyphs
    .map((glyph) => {
      const path = glyph.path.scale(scale, -scale).translate(at, y)
      at += glyph.advanceWidth * scale
      return path.toSVG()
    })
    .join('')
}

/** The picture in dots, for readers that draw no SVG. */
export const pngOf = async (svg: string): Promise<Buffer> =>
  sharp(Buffer.from(svg), { density: DENSITY })
    .flatten({ background: '#ffffff' })
    .png({ palette: true, colours: 32, dither: 0, effort: 1 })
    .toBuffer()
