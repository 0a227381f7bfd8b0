import type { Of, Subject } from '../subject'
import { bandOf } from './numerals'
import { periodOf, periodPattern } from './periods'
import { cellWords, subjectPattern, subjectWords } from './subject-words'

/** What a row is of. `total`: the whole of its table; `child`: already in the row above it; null where nobody can tell. */
export interface RowName {
  of: Of | null
  role: 'head' | 'total' | 'subtotal' | 'child' | 'member' | 'year'
  label: string
  /** A row of a year, or of the growth or increase between years, in a table of measures. */
  year?: number
  kind?: 'growth' | 'increase'
}

const total =
  /^(?:合\s*计|总\s*计|总\s*额|全\s*部|总\s*数|总体|全兵团|全[市省区县国州盟疆]|(?:兵团|全[市省区县国州盟疆校院])[合总]\s*计|全[校院]|全年合?计?|年度合计|共计)$/
const subtotal = /^.{0,6}小\s*计$/
const wholePeriod = new RegExp(`^(?:${periodPattern})$`)
const finder = new RegExp(subjectPattern, 'g')

/** The member a label names, null for none. */
export function subjectIn(label: string): Subject | null {
  const plain = label.replace(/\s|^[#\d.、()一二三四五六七八九十]{0,4}[、.)]|^其中[:：]?|\(.*\)$/g, '')
  const period = wholePeriod.test(plain) ? periodOf(plain) : null
  if (period) return { split: 'period', code: period }
  const exact = subjectWords.get(plain) ?? cellWords.get(plain) ?? bandOf(plain, true)
  if (exact) return exact
  const found = plain.length <= 30 ? plain.match(finder) : null
  return found?.length === 1 ? (subjectWords.get(found[0]) ?? null) : null
}

/** The names of all rows. Labels of merged cells, empty or repeated, are carried down. @param caption may narrow all of it */
export function rowNames(
  rows: readonly string[][],
  start: number,
  width: number,
  caption: string,
): RowName[] {
  const scope = scopeOf(caption)
  const names: RowName[] = []
  let outer = ''
  for (const [index, row] of rows.entries()) {
    if (index < start) {
      names.push({ of: null, role: 'head', label: '' })
      continue
    }
    const labels = row.slice(0, Math.max(1, width))
    outer = width > 1 && labels[0] !== '' ? (labels[0] ?? '') : outer
    names.push(nameOf(labels, outer, scope, names))
  }
  return overYears(fitFlow(names), scope)
}

/** The total under rows of years is of all of them, and not of the last. */
function overYears(names: RowName[], scope: Of): RowName[] {
  const years = names.flatMap(({ role, year, kind }) => (role === 'year' && year && !kind ? [year] : []))
  const [first, last] = [Math.min(...years), Math.max(...years)]
  if (years.length < 2 || last - first !== years.length - 1) return names
  const of: Of = [...scope, { split: 'years', code: `${first}-${last}` }]
  return names.map((name) => (name.role === 'total' ? { ...name, of } : name))
}

function nameOf(labels: readonly string[], outer: string, scope: Of, above: readonly RowName[]): RowName {
  const label =
    [...labels].reverse().find((text) => text !== '' && (!/^[\d.]+$/.test(text) || bareYear.test(text))) ?? ''
  const named = { label }
  const plain = label.replace(/\s/g, '')
  if (total.test(plain)) return { ...named, of: scope, role: 'total' }
  if (subtotal.test(plain)) return { ...named, of: null, role: 'subtotal' }
  const timed = timedRow(plain)
  if (timed) return { ...named, of: scope, role: 'year', ...timed }
  const subject = subjectIn(label) ?? ownName(label)
  const kept = subject ? [...scope.filter(({ split }) => split !== subject.split), subject] : null
  const within = outer !== label && !/^\d*$/.test(outer) ? (subjectIn(outer) ?? ownName(outer)) : null
  const of = kept && within && within.split !== subject?.split ? [within, ...kept] : kept
  return { ...named, of, role: isChild(label, subject, above) ? 'child' : 'member' }
}

const bareYear = /^(?:19|20)\d{2}$/

/** 2023年, 增长(%): what stands at the side of a table of measures. */
function timedRow(label: string): Pick<RowName, 'year' | 'kind'> | null {
  const year = /^((?:19|20)\d{2})年?度?$/.exec(label)?.[1]
  if (year) return { year: Number(year) }
  if (
    !/^(?:同比|较上年|比上年)?(?:增长|增幅|增速|增减)(?:率|幅度)?(?:[(].{1,6}[)])?$|^(?:增长|增加|增)[量额]/.test(
      label,
    )
  )
    return null
  return { kind: /[量额]/.test(label) ? 'increase' : 'growth' }
}

/** The name of something that only this report knows. */
export function ownName(label: string): Subject | null {
  const plain = label.replace(/\s|^其中[:：]?|^[\d.、()]{1,4}[、.)]/g, '')
  const fit =
    /^[\u4e00-\u9fa5][\u4e00-\u9fa5A-Za-z0-9()、·]{0,23}$/.test(plain) &&
    !/^(?:备注|注|单位|说明|资料来源|其中|序号|名称)/.test(plain)
  return fit ? { split: 'named', code: plain } : null
}

function isChild(label: string, subject: Subject | null, above: readonly RowName[]): boolean {
  if (/^其中/.test(label)) return true
  if (!subject || subject.split === 'named') return false
  const has = (split: string, codes: readonly string[]) =>
    above.some(({ of }) => of?.some((one) => one.split === split && codes.includes(one.code)))
  if (subject.split === 'seller' && ['1', '2'].includes(subject.code)) return has('seller', ['enterprise'])
  return subject.split === 'plan' && ['1', '2', '3', '4'].includes(subject.code) && has('plan', ['fiscal'])
}

/** 兵团 and 地方 are flows only beside the others; 其他 is a seller only beside sellers. */
function fitFlow(names: RowName[]): RowName[] {
  const splits = (split: string) => names.filter(({ of }) => of?.some((one) => one.split === split)).length
  const unfit = ({ of, label }: RowName) =>
    of?.some(
      ({ split, code }) =>
        (split === 'flow' && splits('flow') < 2) ||
        (split === 'seller' && code === '5' && splits('seller') < 2),
    ) && cellWords.has(label)
  return names.map((name) =>
    unfit(name) ? (name.label === '兵团' ? { ...name, of: [], role: 'total' } : { ...name, of: null }) : name,
  )
}

/** A caption that names one member speaks of that member alone. */
function scopeOf(caption: string): Of {
  const found = [...new Set(caption.slice(0, 200).match(finder) ?? [])]
  const subject = found.length === 1 ? subjectWords.get(found[0] ?? '') : undefined
  return subject ? [subject] : []
}
