import { addDays, isDate } from '../time/dates'

const digits = '〇一二三四五六七八九'

/** 二〇二四年十二月九日 in figures; anything else as it is. */
function figures(text: string): string {
  if (!/^[〇零○Ｏ一二三四五六七八九]{4}年/.test(text)) return text
  return text
    .replace(/[零○Ｏ]/g, '〇')
    .replace(/(三)?(二)?(一)?十([一二三四五六七八九])?/g, (ten, _3, _2, _1, ones) => {
      const tens = ten.startsWith('十') ? 1 : digits.indexOf(ten.charAt(0))
      return String(tens * 10 + (ones ? digits.indexOf(ones) : 0))
    })
    .replace(/[〇一二三四五六七八九]/g, (digit) => String(digits.indexOf(digit)))
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/**
 * A day as people and programs write it, as ISO text: 2024-12-09, 2024/12/9, 2024.12.9, 2024年12月9日, 二〇二四年十二月九日,
 * 20241209, 9-Dec-2024, each also with a time after it. Null for anything else: 12/09/2024 may be either of two days.
 */
export function readDay(text: string): string | null {
  const plain = figures(text.normalize('NFKC').trim()).replace(/[\sT]+\d{1,2}:\d{2}.*$/, '')
  const [, year, month, day] =
    /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*[日号]?$/.exec(plain) ??
    /^(\d{4})(\d{2})(\d{2})$/.exec(plain) ??
    []
  if (year && month && day) return existing(year, month, day)
  const [, dayFirst, named, last] = /^(\d{1,2})[-\s]([A-Za-z]{3})[a-z]*[-\s,]+(\d{4})$/.exec(plain) ?? []
  const at = months.indexOf((named ?? '').toLowerCase())
  return dayFirst && last && at >= 0 ? existing(last, String(at + 1), dayFirst) : null
}

function existing(year: string, month: string, day: string): string | null {
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isDate(text) ? text : null
}

/** The day of a number that Excel shows as a number because its cell was never told to be a day: 1974 to 2119. */
export function dayOfSerial(number: string): string | null {
  const serial = Number(number)
  return Number.isInteger(serial) && serial >= 27_030 && serial <= 80_000
    ? addDays('1899-12-30', serial)
    : null
}
