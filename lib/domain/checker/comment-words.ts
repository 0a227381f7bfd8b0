import { say, type Words } from '../words'
import { expectedText } from './finding'
import { leftOutWords } from './left-out'
import type { CheckedReport } from './report'

type Found = CheckedReport['findings'][number]

const severities: Record<Found['severity'], Words> = {
  error: { zh: '错误', en: 'Error' },
  remark: { zh: '提示', en: 'Remark' },
}

/** How many numbers that were not understood a summary names. */
const NAMED = 100

/** What is remarked at a number, in the lines of a Word comment. */
export function commentLines(
  { severity, printed, rule, why, sureness, ...rest }: Found,
  locale: string,
): string[] {
  const expected = expectedText({ printed, ...rest })
  const zh = `${severities[severity].zh}：所印 ${printed}${expected === null ? '' : `，应为 ${expected}`}`
  const en = `${severities[severity].en}: ${printed} is printed${expected === null ? '' : `, ${expected} expected`}`
  const percent = Math.floor(sureness * 100)
  return [
    say({ zh, en }, locale),
    say({ zh: `${rule.zh}：${why.zh}`, en: `${rule.en}: ${why.en}` }, locale),
    say({ zh: `把握 ${percent}%`, en: `${percent}% sure` }, locale),
  ]
}

/** What is said of a report as a whole: its counts, what could not be marked in place, what was not read or understood. */
export function summaryLines(
  { findings, unread, leftOut }: CheckedReport,
  apart: readonly Found[],
  locale: string,
): string[] {
  const errors = findings.filter(({ severity }) => severity === 'error').length
  const remarks = findings.length - errors
  const lines: Words[] = [
    {
      zh: `技市核对：错误 ${errors} 处，提示 ${remarks} 处`,
      en: `Checked by Jishi: ${errors} errors, ${remarks} remarks`,
    },
    ...leftOut.map(leftOutWords),
    ...apart.map((one) => {
      const zh = commentLines(one, 'zh-CN').join('；')
      return { zh: `${one.place.zh}：${zh}`, en: `${one.place.en}: ${commentLines(one, 'en').join('; ')}` }
    }),
  ]
  if (unread.length > 0)
    lines.push({ zh: `未能理解的数字 ${unread.length} 个：`, en: `${unread.length} numbers not understood:` })
  lines.push(
    ...unread
      .slice(0, NAMED)
      .map(({ place, printed }) => ({ zh: `${place.zh}：${printed}`, en: `${place.en}: ${printed}` })),
  )
  if (unread.length > NAMED) lines.push({ zh: '……', en: '…' })
  return lines.map((line) => say(line, locale))
}
