import { readdirSync, readFileSync } from 'node:fs'
import type { Mark } from './planted'

/** A report with errors marked in its text: `{right→wrong|also;also}`, `also` as in `Planted`. */
export interface Marked {
  name: string
  right: string
  wrong: string
  /** Places in `wrong`. */
  marks: Mark[]
}

/** The reports of a folder beside this file, by their names. */
export function markedIn(folder: string): Marked[] {
  const place = new URL(`./${folder}/`, import.meta.url)
  return readdirSync(place)
    .filter((file) => file.endsWith('.md'))
    .sort()
    .map((file) => ({
      name: file.replace(/\.md$/, ''),
      ...unmarked(readFileSync(new URL(file, place), 'utf8')),
    }))
}

function unmarked(text: string): Omit<Marked, 'name'> {
  const marks: Mark[] = []
  let [right, wrong, last] = ['', '', 0]
  for (const found of text.matchAll(/\{([^{}→]*)→([^{}|]*)(?:\|([^{}]*))?\}/g)) {
    const [edit, was = '', is = '', also] = found
    const before = text.slice(last, found.index)
    last = found.index + edit.length
    right += before + was
    wrong += before
    marks.push({
      edit: before.slice(-12) + edit,
      start: wrong.length,
      end: wrong.length + is.length,
      ...(also && { also: also.split(';') }),
    })
    wrong += is
  }
  return { right: right + text.slice(last), wrong: wrong + text.slice(last), marks }
}
