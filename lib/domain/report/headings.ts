import type { Words } from '../words'
import type { Chapter } from './model'

const NUMERALS = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十']

/** The chapters with a heading, numbered in their order: 一、…, in English 1. …; by the chapter's id. */
export function numberedHeadings(chapters: readonly Chapter[]): ReadonlyMap<string, Words> {
  const headed = chapters.flatMap(({ id, heading }) => (heading ? [{ id, heading }] : []))
  return new Map(
    headed.map(({ id, heading }, at) => [
      id,
      { zh: `${NUMERALS[at] ?? at + 1}、${heading.zh}`, en: `${at + 1}. ${heading.en}` },
    ]),
  )
}
