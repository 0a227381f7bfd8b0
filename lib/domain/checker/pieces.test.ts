import { expect, it } from 'vitest'
import { blockText } from './block'
import { check } from './check'
import { expectedText } from './finding'
import { cellStarts, excerptOf, piecesOf } from './pieces'
import { readText } from './read-text'

it('cuts a text at its marks, overlapping ones too, and loses nothing', () => {
  const pieces = piecesOf('共12项，占3%', [
    { start: 1, end: 3, mark: 0 },
    { start: 2, end: 4, mark: 1 },
    { start: 6, end: 8, mark: 2 },
  ])
  expect(pieces.map(({ text, marks }) => [text, marks])).toEqual([
    ['共', []],
    ['1', [0]],
    ['2', [0, 1]],
    ['项', [1]],
    ['，占', []],
    ['3%', [2]],
  ])
})

it('finds the cell of a table that a mark stands in', () => {
  const text = '表1 2024年技术合同\n类型\t成交额（万元）\n技术开发\t10\n技术服务\t20\n合计\t45'
  const blocks = readText(text)
  const { findings } = check(blocks)
  const at = blocks.findIndex(({ kind }) => kind === 'table')
  const table = blocks[at]
  if (table?.kind !== 'table') throw new Error('no table was read')
  const marks = findings.filter(({ block }) => block === at).map((finding, mark) => ({ ...finding, mark }))
  const starts = cellStarts(table.rows)
  const marked = table.rows.flatMap((row, line) =>
    row.filter((cell, column) =>
      piecesOf(cell, marks, starts[line]?.[column]).some((piece) => piece.marks.length > 0),
    ),
  )
  expect(marked).toEqual(['45'])
  expect(excerptOf(blockText(table), marks[0] ?? { start: 0, end: 0 })).toEqual([
    '…10 技术服务 20 合计 ',
    '45',
    '',
  ])
})

it.each([
  ['35.00%', '25.00', '25.00%'],
  ['1,203项', '1200', '1200项'],
  ['近三成', '25', '25'],
  ['3成', '25', '25'],
  ['12项', null, null],
])('says in the unit of %s that it should be %s', (printed, expected, said) => {
  expect(expectedText({ printed, expected })).toBe(said)
})
