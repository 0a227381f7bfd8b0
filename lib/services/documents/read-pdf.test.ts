import { expect, it } from 'vitest'
import { blockText } from '@/lib/domain/checker/block'
import { readPdf } from './read-pdf'
import { pdfFile, setPages } from './testing/pdf-file'

const long =
  '2024年，兵团共认定登记技术合同777项，成交额81423.37万元，较上年增长32.5%。其中，技术开发合同登记388项，成交额40703.63万元，占成交总额的50.0%，居首位。'

it('puts lines together to paragraphs, and what stands in columns to a table', async () => {
  const rows = [
    ['统计指标', '登记合同数（项）', '成交额（万元）', '占比'],
    ['技术开发', '388', '40703.63', '45.90%'],
    ['技术转让', '22', '', '2.53%'],
    ['合计', '410', '40703.63', '100%'],
  ]
  const { blocks, leftOut } = await readPdf(
    pdfFile(setPages([{ text: long }, { text: '表 1 不同类型技术合同' }, { rows }, { text: '完。' }])),
  )
  expect(blocks).toEqual([
    { kind: 'paragraph', text: long, page: 1 },
    { kind: 'caption', text: '表 1 不同类型技术合同', page: 1 },
    { kind: 'table', rows, caption: '表 1 不同类型技术合同', page: 1 },
    { kind: 'paragraph', text: '完。', page: 1 },
  ])
  expect(leftOut).toEqual([])
})

it('joins what a page break tears apart, and leaves page numbers and repeated heads out', async () => {
  const rows = [
    ['单位', '成交额（万元）'],
    ...Array.from({ length: 50 }, (_, at) => [`第${at}师`, `${at}.5`]),
  ]
  const { blocks } = await readPdf(pdfFile(setPages([{ text: long.repeat(8) }, { rows }])))
  expect(blocks.map(({ kind, page }) => [kind, page])).toEqual([
    ['paragraph', 1],
    ['table', expect.any(Number)],
  ])
  expect(blocks.map(blockText)).toEqual([long.repeat(8), rows.map((row) => row.join('\t')).join('\n')])
})

it('says of pages without text and of turned text that they were not read', async () => {
  const turned = pdfFile([[{ text: '共7项', x: 80, y: 700 }], []])
  const text = Buffer.from(turned).toString('latin1')
  const { leftOut } = await readPdf(Buffer.from(text.replace('1 0 0 1 80', '0 1 -1 0 80'), 'latin1'))
  expect(leftOut).toEqual([
    { kind: 'turned', count: 1 },
    { kind: 'blankPages', count: 2 },
  ])
})
