import { findCode, isSelectable } from '../contract/code-lists'
import type { FieldSpec, ItemFieldSpec } from '../contract/field-spec'
import { partyFields } from '../contract/party-fields'
import { FEN_PER_WAN, FEN_PER_YUAN, MAX_FEN } from '../money'
import { searchRegions } from '../regions'
import { units } from '../units'
import type { Words } from '../words'
import { type Cell, cellText } from './cell'
import { dayOfSerial, readDay } from './dates'
import type { MoneyUnit } from './headings'
import { readList } from './list-text'
import type { RecordSpec } from './targets'

/** A value read, or why it can't be; null where the cell says nothing. */
export type ReadValue = { value: unknown } | { issue: Words } | null

const issue = (zh: string, en: string) => ({ issue: { zh, en } })
const short = (text: string) => (text.length > 24 ? `${text.slice(0, 24)}…` : text)

/** What a cell says for a field. @param money what amounts are in, where the cell itself doesn't say */
export function readValue(spec: FieldSpec | RecordSpec, cell: Cell, money: MoneyUnit = 'yuan'): ReadValue {
  if (cell !== null && typeof cell === 'object' && 'fault' in cell) {
    return issue(
      `单元格是错误值 ${cell.fault}，请改正公式或填写数值。`,
      `the cell is an error (${cell.fault}); put it right.`,
    )
  }
  const text = cellText(cell)
  if (text === '' || /^(?:-|—|\/|无|空|n\/a)$/i.test(text)) return said(spec, text)
  switch (spec.kind) {
    case 'text':
    case 'longText':
      return readText(spec, cell, text)
    case 'code':
      return readCode(spec.list, text)
    case 'codes':
      return readCodes(spec, text)
    case 'money':
      return readMoney(text, money)
    case 'date':
    case 'recordDate':
      return readDate(cell, text)
    case 'flag':
      return readFlag(text)
    case 'decimal':
      return readDecimal(spec, text)
    case 'party':
      return null
    case 'parties':
      return readList(partyFields, text, spec.most, readPart)
    case 'items':
      return readList(spec.items, text, spec.most, readPart)
    case 'number':
      return readNumber(cell, text)
    case 'unit':
      return readUnit(text)
  }
}

const readPart = (spec: ItemFieldSpec, text: string) => readValue(spec, text)

/** Signs for “nothing” are no value, but for a list that has an entry of that name (无, 未涉及) and for yes and no. */
function said(spec: FieldSpec | RecordSpec, text: string): ReadValue {
  if (text !== '无') return null
  if (spec.kind === 'flag') return { value: false }
  if (spec.kind !== 'code' && spec.kind !== 'codes') return null
  const found = findCode(spec.list, text)
  return found ? { value: spec.kind === 'code' ? found.code : [found.code] } : null
}

function readText(spec: FieldSpec & { kind: 'text' | 'longText' }, cell: Cell, text: string): ReadValue {
  if (isLongNumber(cell)) return rounded
  const as = spec.kind === 'text' ? spec.as : undefined
  if (as === 'region') return readRegion(text)
  const value = as === 'uscc' ? text.normalize('NFKC').replace(/\s/g, '').toUpperCase() : text
  return value.length > spec.maxLength ? tooLong(spec.maxLength, value) : { value }
}

const tooLong = (most: number, text: string) =>
  issue(`最多 ${most} 字，现有 ${text.length} 字。`, `at most ${most} characters, here ${text.length}.`)

/** Excel keeps fifteen digits of a number: a code written as one has lost its end. */
const isLongNumber = (cell: Cell) =>
  cell !== null && typeof cell === 'object' && 'number' in cell && /\d{16,}|e\+/i.test(cell.number)

const rounded = issue(
  '编码被 Excel 当作数字，末尾已失真；请把该列设为文本格式后重新填写。',
  'Excel took the code for a number and lost its end; make the column text and type it again.',
)

function readRegion(text: string): ReadValue {
  const code = /\d{6}/.exec(text)?.[0]
  if (code) return { value: code }
  const name = text.replace(/\s/g, '')
  const known = regionsNamed.get(name)
  if (known) return known
  const found = searchRegions(name, 2)
  const read =
    found.length === 1 || (found[0]?.name === name && found[1]?.name !== name)
      ? { value: found[0]?.code }
      : found.length > 1
        ? issue(
            `“${short(text)}”有多处，请写到县（市、区）或填六位代码。`,
            `“${short(text)}” is more than one place; give the six digits.`,
          )
        : issue(
            `没有行政区划“${short(text)}”，请填六位代码或全称。`,
            `There is no division “${short(text)}”; give its six digits.`,
          )
  if (regionsNamed.size < 5000) regionsNamed.set(name, read)
  return read
}

/** A file names few places many times, and each search goes through all of them. */
const regionsNamed = new Map<string, ReadValue>()

function readCode(list: Parameters<typeof findCode>[0], text: string): ReadValue {
  const found =
    findCode(list, text) ??
    findCode(list, text.replace(/^[\dA-Z]+[\s.、-]+/i, '')) ??
    findCode(list, text.split(/[\s—-]/)[0] ?? '')
  if (!found)
    return issue(
      `“${short(text)}”不在列表中，请填列表中的名称或代码。`,
      `“${short(text)}” is not on the list; give a name or code of it.`,
    )
  if (!isSelectable(list, found.code)) {
    return issue(
      `“${short(text)}”下还有细类，请填到末级。`,
      `“${short(text)}” has finer ones below it; give one of those.`,
    )
  }
  return { value: found.code }
}

function readCodes(spec: FieldSpec & { kind: 'codes' }, text: string): ReadValue {
  const whole = findCode(spec.list, text)
  if (whole && isSelectable(spec.list, whole.code)) return { value: [whole.code] }
  const codes: string[] = []
  for (const part of text
    .split(/[、,，;；\n]+/)
    .map((one) => one.trim())
    .filter(Boolean)) {
    const read = readCode(spec.list, part)
    if (read === null || 'issue' in read) return read
    if (!codes.includes(read.value as string)) codes.push(read.value as string)
  }
  const most = spec.most ?? 20
  return codes.length > most ? issue(`最多 ${most} 项。`, `at most ${most}.`) : { value: codes }
}

function readMoney(text: string, money: MoneyUnit): ReadValue {
  const plain = text.normalize('NFKC').replace(/[,\s]|^(?:¥|￥|人民币|RMB|CNY)/gi, '')
  const [, number = '', own] = /^(\d+(?:\.\d+)?)(万元|万|元)?$/.exec(plain) ?? []
  if (number === '') {
    return issue(
      `“${short(text)}”不是金额，请只填数字。`,
      `“${short(text)}” is no amount; give figures alone.`,
    )
  }
  const inWan = own === undefined ? money === 'wan' : own !== '元'
  const [whole = '0', decimals = ''] = number.split('.')
  const places = inWan ? 6 : 2
  if (decimals.slice(places).replace(/0+$/, '') !== '') {
    return issue(
      `金额精确到分，“${short(text)}”小数位过多。`,
      `amounts go to the fen; “${short(text)}” has more decimals.`,
    )
  }
  const fen =
    BigInt(whole) * (inWan ? FEN_PER_WAN : FEN_PER_YUAN) +
    BigInt(decimals.slice(0, places).padEnd(places, '0'))
  return fen > MAX_FEN
    ? issue(`“${short(text)}”过大，请核对单位。`, `“${short(text)}” is too large; check the unit.`)
    : { value: fen }
}

function readDate(cell: Cell, text: string): ReadValue {
  const day =
    cell !== null && typeof cell === 'object' && 'number' in cell
      ? (dayOfSerial(cell.number) ?? readDay(text))
      : (readDay(text) ?? (/^\d{5}$/.test(text) ? dayOfSerial(text) : null))
  return day
    ? { value: day }
    : issue(
        `“${short(text)}”不是日期，请写成 2024-12-09 的形式。`,
        `“${short(text)}” is no date; write it as 2024-12-09.`,
      )
}

const yes = /^(是|有|对|√|✓|y|yes|true|1|t)$/i
const no = /^(否|无|没有|不|×|✗|n|no|false|0|f)$/i

function readFlag(text: string): ReadValue {
  const plain = text.normalize('NFKC').trim()
  if (yes.test(plain)) return { value: true }
  if (no.test(plain)) return { value: false }
  return issue(`“${short(text)}”应为“是”或“否”。`, `“${short(text)}” should be 是 or 否.`)
}

function readDecimal(spec: FieldSpec & { kind: 'decimal' }, text: string): ReadValue {
  const plain = text.normalize('NFKC').replace(/[,\s]|%$/g, '')
  const value = /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : Number.NaN
  return value >= spec.least && value <= spec.most
    ? { value }
    : issue(
        `应为 ${spec.least} 至 ${spec.most} 之间的数。`,
        `should be a number from ${spec.least} to ${spec.most}.`,
      )
}

function readNumber(cell: Cell, text: string): ReadValue {
  if (isLongNumber(cell)) return rounded
  const plain = text.normalize('NFKC').replace(/\s/g, '')
  return /^\d{16}$/.test(plain)
    ? { value: plain }
    : issue(
        `登记编号应为 16 位数字，“${short(text)}”不是。`,
        `A registration number has 16 digits; “${short(text)}” has not.`,
      )
}

function readUnit(text: string): ReadValue {
  const found = units.find(({ code, words }) =>
    [code, words.zh, words.en, `第${words.zh}`].includes(text.replace(/^兵团/, '')),
  )
  return found
    ? { value: found.code }
    : issue(
        `没有登记单位“${short(text)}”，请填单位名称或代码（如 D08）。`,
        `There is no unit “${short(text)}”; give its name or code (D08).`,
      )
}
