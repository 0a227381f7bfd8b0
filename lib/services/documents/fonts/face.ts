import 'server-only'
import * as fontkit from 'fontkit'
import { merged } from './merge'
import { type Family, subsetsOf } from './slices'

/** A font that holds exactly what a document writes in it. */
export interface Face {
  bytes: Buffer
  font: fontkit.Font
  /** The text as this face can write it: a character no font at hand has is named by its code point. */
  writable(text: string): string
}

/** Stands where a character is missing (得号), never an empty box. */
const GETA = '〓'
const needed = [...`${GETA}〔〕U+0123456789ABCDEF`]

/** A face with the characters of a text; what its family lacks comes from the other one. */
export async function faceOf(family: Family, weight: number, name: string, text: string): Promise<Face> {
  const wanted = [...new Set([...needed, ...text])].sort()
  const own = await subsetsOf(family, weight, wanted)
  const held = new Set(own.flatMap((font) => (fontkit.create(font) as fontkit.Font).characterSet))
  const lacking = wanted.filter((one) => !held.has(one.codePointAt(0) ?? 0))
  const lent = await subsetsOf(family === 'serif' ? 'sans' : 'serif', weight, lacking)
  const bytes = merged([...own, ...lent], name)
  const font = fontkit.create(bytes) as fontkit.Font
  const writable = (said: string) =>
    [...said]
      .map((one) => {
        const code = one.codePointAt(0) ?? 0
        if (font.hasGlyphForCodePoint(code)) return one
        return `${GETA}〔U+${code.toString(16).toUpperCase().padStart(4, '0')}〕`
      })
      .join('')
  return { bytes, font, writable }
}
