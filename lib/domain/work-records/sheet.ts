import { codeWords, findCode, isSelectable } from '../contract/code-lists'
import { fieldValueSchema } from '../contract/content'
import type { ItemFieldSpec } from '../contract/field-spec'
import { yuanText } from '../money'
import { isDate } from '../time/dates'
import type { Words } from '../words'

/** A cell as a file gives it: text as typed, or what can't be read of it. */
export type ReadCell = { ok: true; value: unknown } | { ok: false; message: Words }

const wrong = (zh: string, en: string): ReadCell => ({ ok: false, message: { zh, en } })

/** Days since 1899-12-30, as spreadsheets count them. */
const serialDay = (serial: number): string =>
  new Date(Date.UTC(1899, 11, 30) + Math.floor(serial) * 86_400_000).toISOString().slice(0, 10)

/** 2024-5-6, 2024/05/06, 2024.5.6, 2024年5月6日, or the number by which a spreadsheet keeps a day. */
function readDate(text: string): string | null {
  if (/^\d{5}(\.\d+)?$/.test(text)) return serialDay(Number(text))
  const [, year, month, day] = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:T.*)?$/.exec(text) ?? []
  if (!year || !month || !day) return null
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isDate(date) ? date : null
}

const yes = new Set(['是', '有', 'yes', 'y', 'true', '1'])
const no = new Set(['否', '无', 'no', 'n', 'false', '0'])

/** The value that a cell of a column means; an empty one is undefined. */
export function readCell(spec: ItemFieldSpec, given: string): ReadCell {
  const text = given.trim()
  if (text === '') return { ok: true, value: undefined }
  switch (spec.kind) {
    case 'date': {
      const date = readDate(text.normalize('NFKC').replace(/\s/g, ''))
      return date
        ? { ok: true, value: date }
        : wrong(
            `“${shortened(text)}”不是日期，应如 2024-03-09。`,
            `“${shortened(text)}” is no day; write 2024-03-09.`,
          )
    }
    case 'code': {
      const code = findCode(spec.list, text)?.code
      if (code === undefined && spec.open)
        return parsed(spec, text, wrong('名称过长。', 'The name is too long.'))
      return code !== undefined && isSelectable(spec.list, code)
        ? { ok: true, value: code }
        : wrong(`“${shortened(text)}”不在可选范围内。`, `“${shortened(text)}” is not on the list.`)
    }
    case 'flag': {
      const word = text.normalize('NFKC').toLowerCase()
      if (yes.has(word)) return { ok: true, value: true }
      if (no.has(word)) return { ok: true, value: false }
      return wrong('请填“是”或“否”。', 'Write yes or no.')
    }
    case 'decimal': {
      const number = Number(text.normalize('NFKC').replace(/,/g, ''))
      return parsed(
        spec,
        number,
        wrong(
          `应为 ${spec.least} 至 ${spec.most} 之间的${spec.decimals === 0 ? '整数' : '数'}。`,
          `Write a ${spec.decimals === 0 ? 'whole ' : ''}number from ${spec.least} to ${spec.most}.`,
        ),
      )
    }
    case 'money':
      return parsed(
        spec,
        text,
        wrong('应为以元为单位的数，最多两位小数。', 'Write an amount in yuan with at most two decimals.'),
      )
    case 'text':
    case 'longText':
      return parsed(spec, text, wrong(`最多 ${spec.maxLength} 字。`, `At most ${spec.maxLength} characters.`))
    case 'codes':
      return wrong('不能从文件读取。', 'This can’t be read from a file.')
  }
}

const shortened = (text: string): string => (text.length > 20 ? `${text.slice(0, 20)}…` : text)

function parsed(spec: ItemFieldSpec, value: unknown, otherwise: ReadCell): ReadCell {
  const read = fieldValueSchema(spec).safeParse(value)
  return read.success ? { ok: true, value: read.data } : otherwise
}

/** What {@link readCell} reads back as the same value. */
export function cellText(spec: ItemFieldSpec, value: unknown, language: 'zh' | 'en'): string {
  if (value === undefined || value === null || value === '') return ''
  switch (spec.kind) {
    case 'code':
      return codeWords(spec.list, String(value))[language]
    case 'flag':
      return value ? { zh: '是', en: 'yes' }[language] : { zh: '否', en: 'no' }[language]
    case 'money':
      return yuanText(value as bigint)
    default:
      return String(value)
  }
}
