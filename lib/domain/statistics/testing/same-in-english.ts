/** What both languages of a statement must agree in: whom they name, and every number. */
interface Said {
  names: string[]
  numbers: string[]
}

interface Named {
  code: string
  zh: string
  en: string
}

const number = (text: string) => text.replaceAll(',', '')

/** Takes the patterns out of a text one after the other; what is left are plain whole numbers. */
function take(text: string, patterns: readonly (readonly [RegExp, (digits: string) => string])[]): string[] {
  let rest = text
  const found: string[] = []
  for (const [pattern, meaning] of patterns) {
    rest = rest.replace(pattern, (phrase: string) => {
      found.push(meaning(number(phrase.match(/[\d,.]+/)?.[0] ?? '')))
      return ' '
    })
  }
  return [...found, ...(rest.match(/\d+(?:,\d{3})*/g) ?? []).map(number)].sort()
}

/** Amounts in 元, so that 8.14 亿元 and 814 million yuan are the same. */
const yuan = (digits: string, places: number): string => {
  const [whole = '', decimals = ''] = digits.split('.')
  return `${BigInt(whole + decimals.padEnd(places, '0'))} yuan`
}

function takeNames(
  text: string,
  named: readonly (readonly [name: string, code: string])[],
): [string[], string] {
  let rest = text
  const codes: string[] = []
  for (const [name, code] of [...named].sort(([a], [b]) => b.length - a.length)) {
    while (rest.includes(name)) {
      codes.push(code)
      rest = rest.replace(name, '·')
    }
  }
  return [codes.sort(), rest]
}

export function saidInChinese(text: string, named: readonly Named[]): Said {
  const [names, rest] = takeNames(
    text,
    named.map(({ zh, code }) => [zh, code] as const),
  )
  const numbers = take(rest, [
    [/近 100%/g, () => 'nearly all'],
    [/不足 0\.1%/g, () => 'hardly any'],
    [/不足 0\.01 万元/g, () => 'small change'],
    [/[\d,.]+%/g, (digits) => `${digits}%`],
    [/[\d,.]+ 亿元/g, (digits) => yuan(digits, 8)],
    [/[\d,.]+ 万元/g, (digits) => yuan(digits, 4)],
    [/[\d,.]+ 倍/g, (digits) => `${digits} times`],
  ])
  return { names, numbers }
}

export function saidInEnglish(text: string, named: readonly Named[]): Said {
  const [names, rest] = takeNames(
    text,
    named.map(({ en, code }) => [en, code] as const),
  )
  const numbers = take(rest, [
    [/nearly 100%/gi, () => 'nearly all'],
    [/less than 0\.1%/gi, () => 'hardly any'],
    [/less than 100 yuan/g, () => 'small change'],
    [/[\d,.]+%/g, (digits) => `${digits}%`],
    [/[\d,.]+ million yuan/g, (digits) => yuan(digits, 6)],
    [/[\d,.]+ yuan/g, (digits) => yuan(digits, 0)],
    [/[\d,.]+ times/g, (digits) => `${digits} times`],
  ])
  return { names, numbers }
}
