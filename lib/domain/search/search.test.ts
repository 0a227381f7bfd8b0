import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { best, type Entry } from './entry'
import { marksOf, pieces } from './marks'
import { findSpelled, type Readings, spellingsSought, typedSpelling } from './spelling'
import { thingAt } from './thing-at'

const read = (text: string): Readings => text.split(' ').map((one) => (one === '-' ? [] : one.split('|')))
/** 重庆（石河子）银行 */
const bank = read('zhong|chong qing - shi|dan he zi - yin hang|xing|heng')

describe('a spelling', () => {
  it.each([
    ['shz', [3, 6]],
    ['shihezi', [3, 6]],
    ['shihez', [3, 6]],
    ['shihz', [3, 6]],
    ['ziyin', [5, 8]],
    ['zq', [0, 2]],
    ['chongqing', [0, 2]],
    ['yx', [7, 9]],
    ['yh', [7, 9]],
  ] as const)('%s stands where its characters stand', (typed, range) => {
    expect(findSpelled(bank, typed)).toEqual(range)
  })

  it.each(['szh', 'hangyin', 'shihezhi', 'zzz', 'qs h'])('%s stands nowhere', (typed) => {
    expect(findSpelled(bank, typed)).toBeNull()
  })

  it('is typed in letters alone, with whatever case, gaps and apostrophes', () => {
    expect(typedSpelling("Xi'an Lü")).toBe('xianlv')
    for (const other of ['石', '石hz', 's', '2024', '', 'a-b', 'x'.repeat(50)])
      expect(typedSpelling(other)).toBeNull()
  })

  it('asks the index for each way to read it', () => {
    expect(spellingsSought('shz')).toEqual(['shz'])
    expect(spellingsSought('xian')).toEqual(expect.arrayContaining(['xian']))
    expect(spellingsSought('shihezi')).toEqual(expect.arrayContaining(['hezi shihe']))
    expect(spellingsSought('shihez')).toEqual(expect.arrayContaining(['hez shihe']))
    expect(spellingsSought('shihz')).toEqual(expect.arrayContaining(['hz shih']))
  })

  /** The keys as the database makes them (jishi_spelling), for characters of one reading. */
  const keys = (syllables: readonly string[]) => {
    const all = new Set<string>()
    syllables.forEach((one, at) => {
      const next = syllables[at + 1]
      for (let n = 1; n <= one.length; n += 1) all.add(one.slice(0, n))
      for (let n = 1; next && n <= next.length; n += 1) all.add(one + next.slice(0, n))
      for (let n = 2; n <= 4 && at + n <= syllables.length; n += 1)
        all.add(
          syllables
            .slice(at, at + n)
            .map((each) => each[0])
            .join(''),
        )
    })
    return all
  }
  const syllable = fc.constantFrom(
    'shi',
    'he',
    'zi',
    'xi',
    'an',
    'xian',
    'lv',
    'e',
    'zhuang',
    'gong',
    'si',
    'ge',
  )

  it('finds a name by its first letters and by its syllables, from anywhere in it, however cut', () => {
    fc.assert(
      fc.property(
        fc.array(syllable, { minLength: 2, maxLength: 7 }),
        fc.nat(),
        fc.nat(),
        (name, from, cut) => {
          const part = name.slice(from % (name.length - 1))
          const whole = part.join('')
          const initials = part.map((one) => one[0]).join('')
          const made = keys(name)
          for (const typed of [initials, whole, whole.slice(0, Math.max(2, cut % whole.length))]) {
            const found = spellingsSought(typed).some((way) => way.split(' ').every((key) => made.has(key)))
            expect(found, `${name} by ${typed}`).toBe(true)
            expect(
              findSpelled(
                name.map((one) => [one]),
                typed,
              ),
              `${name} by ${typed}`,
            ).not.toBeNull()
          }
        },
      ),
    )
  })
})

describe('marks', () => {
  it('stand in order, joined where they touch, whatever the case', () => {
    expect(marksOf('技术ABC服务abc', ['abc', '服务', '术'])).toEqual([[1, 10]])
    expect(marksOf('aXbXa', ['x', 'b'])).toEqual([[1, 4]])
    expect(marksOf('没有', ['x', ''])).toEqual([])
  })

  it('cut a text without losing any of it', () => {
    fc.assert(
      fc.property(fc.string(), fc.array(fc.string(), { maxLength: 3 }), (text, words) => {
        const cut = pieces({ text, marks: marksOf(text, words) })
        expect(cut.map((piece) => piece.text).join('')).toBe(text)
        expect(cut.every((piece) => piece.text !== '')).toBe(true)
      }),
    )
  })
})

describe('the best entries', () => {
  const entry = (zh: string, en: string, spelled: string): Entry => ({
    words: { zh, en },
    readings: read(spelled),
  })
  const entries = [
    entry('新建合同', 'New contract', 'xin jian he tong'),
    entry('合同', 'Contracts', 'he tong'),
    entry('导入合同', 'Import contracts', 'dao ru he tong'),
    entry('统计', 'Statistics', 'tong ji'),
  ]
  const names = (typed: string) =>
    best(entries, typed, ({ words }) => words.zh, 9).map(({ entry: { words } }) => words.zh)

  it('come by name in either language, the whole name first, then those that begin so', () => {
    expect(names('合同')).toEqual(['合同', '新建合同', '导入合同'])
    expect(names('contract')).toEqual(['合同', '新建合同', '导入合同'])
    expect(names('new')).toEqual(['新建合同'])
  })

  it('come by spelling, and mark what it stands for', () => {
    expect(names('tj')).toEqual(['统计'])
    expect(names('hetong')).toEqual(['合同', '新建合同', '导入合同'])
    expect(best(entries, 'drht', ({ words }) => words.zh, 1)[0]?.marks).toEqual([[0, 4]])
    expect(best(entries, 'drht', ({ words }) => words.en, 1)[0]?.marks).toEqual([])
  })

  it('are none for nothing', () => {
    for (const typed of ['', '  ', 'qqq', '!']) expect(names(typed)).toEqual([])
  })
})

describe('the thing a page shows', () => {
  const id = '0193d0c0-0000-7000-8000-000000000101'
  it.each([
    [`/contracts/${id}`, 'contract'],
    [`/contracts/${id}/edit`, 'contract'],
    [`/approvals/${id}`, 'contract'],
    [`/requests/${id}`, 'request'],
    [`/audit/${id}`, 'campaign'],
    [`/organisations/${id}`, 'organisation'],
  ])('%s is a %s', (path, kind) => {
    expect(thingAt(path)).toEqual({ kind, id })
  })
  it.each([
    '/contracts',
    '/contracts/new',
    `/contracts/${id}/requests/new`,
    `/work/trainings/${id}`,
    `/constructor/${id}`,
    '/',
  ])('%s is none', (path) => expect(thingAt(path)).toBeNull())
})
