import fc from 'fast-check'
import { expect, it } from 'vitest'
import { check } from './check'
import { readText } from './read-text'
import { reportText } from './testing/planted'

const words = [
  '2024年',
  '技术开发',
  '八师',
  '成交额',
  '占',
  '增长',
  '分别',
  '12.5%',
  '3,456.7万元',
  '1亿元',
  '7项',
  '、',
  '，',
  '。',
]
const more = [
  '居首位',
  '其次为',
  '5.6:1',
  '第三',
  '由',
  '至',
  '倍',
  '\t',
  '\n',
  '|',
  '合计',
  '百分之三十',
  '-',
  '（',
  '其中',
  '超过10%的有',
]

it('takes any text without throwing, and accounts for each number once', () => {
  const text = fc.array(
    fc.oneof(fc.constantFrom(...words, ...more), fc.string({ unit: 'binary', maxLength: 6 })),
    { maxLength: 80 },
  )
  fc.assert(
    fc.property(text, (parts) => {
      const { numbers } = check(readText(parts.join('')))
      const places = numbers.map(({ block, start, end }) => `${block}:${start}:${end}`)
      expect(new Set(places).size).toBe(places.length)
    }),
    { numRuns: 200 },
  )
}, 30_000)

it('takes any table, however uneven', () => {
  const cell = fc.oneof(
    fc.constantFrom('', '-', '合计', '技术开发', '2023年', '占比', '成交额（万元）', '12', '3.5%'),
    fc.string({ maxLength: 5 }),
  )
  fc.assert(
    fc.property(fc.array(fc.array(cell, { maxLength: 6 }), { maxLength: 8 }), (rows) => {
      expect(() => check([{ kind: 'table', rows }])).not.toThrow()
    }),
    { numRuns: 200 },
  )
}, 30_000)

/** Milliseconds of this process for a text of so many characters, whatever else the machine does. */
function timed(piece: string, size: number): number {
  const text = piece.repeat(Math.ceil(size / piece.length))
  const before = process.cpuUsage()
  check(readText(text))
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

it.each([
  ['a report', reportText('annual-2024')],
  ['digits', '1234567890'],
  ['members', '八师、'],
  ['places', '八师居首位，其次为九师，'],
  ['shares', '占12%、'],
  ['lists', '甲园、乙园和丙港三个园区'],
  ['words of an office', '稳步提升的全年共计再创新高的技术合同'],
  ['blanks behind a number', `1${' '.repeat(500)}`],
])(
  'takes time in proportion to the text: %s',
  (_, piece) => {
    timed(piece, 5_000)
    const small = timed(piece, 10_000)
    const large = timed(piece, 40_000)
    expect(large).toBeLessThan(12 * small + 300)
  },
  30_000,
)
