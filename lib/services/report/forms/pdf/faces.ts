import type { Paper } from '@/lib/domain/report/paper/paper'
import { type Face, faceOf } from '../../../documents/fonts/face'
import type { FaceName } from './pieces'

export type Faces = Record<FaceName, Face>

/** The faces of a paper: 宋 for text, 黑 for heads and figures, a bold 宋 for the title. */
export async function facesOf(paper: Paper): Promise<Faces> {
  const all = stringsIn(paper).join('')
  const [serif, sans, title] = await Promise.all([
    // The frame and the contents write digits, dashes and dots of their own.
    faceOf('serif', 400, 'NotoSerifSC-Regular', `${all}—.[]0123456789 '"`),
    faceOf('sans', 500, 'NotoSansSC-Medium', `${all}'"`),
    faceOf('serif', 700, 'NotoSerifSC-Bold', paper.title),
  ])
  return { serif, sans, title }
}

/** The paper in characters its faces have; their curved quotes are as wide as a Chinese character, so English has straight ones. */
export const writablePaper = (paper: Paper, { serif }: Faces): Paper =>
  written(paper, (text) => serif.writable(paper.language === 'en' ? straight(text) : text))

const straight = (text: string): string => text.replace(/[‘’]/g, "'").replace(/[“”]/g, '"')

/** Every text in a value, however deep. */
export function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (value === null || typeof value !== 'object' || value instanceof Date) return []
  return Object.values(value).flatMap(stringsIn)
}

/** The value with every text in it written otherwise. */
export function written<Value>(value: Value, write: (text: string) => string): Value {
  if (typeof value === 'string') return write(value) as Value
  if (value === null || typeof value !== 'object' || value instanceof Date) return value
  if (Array.isArray(value)) return value.map((one) => written(one, write)) as Value
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, written(one, write)])) as Value
}
