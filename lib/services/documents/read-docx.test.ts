import { zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { readDocx } from './read-docx'
import { cell, paragraph, run, table, wordFile, wordParts } from './testing/word-file'

const blocksOf = (body: string, others?: Record<string, string>) => readDocx(wordFile(body, others)).blocks

describe('the text of a Word file', () => {
  it('is whole where it is parted into runs, and knows entities', () => {
    const body = paragraph(
      run('2024 年登记合同 7') + run('7', '<w:b/>') + run('7 项，R&amp;D &#x5360; 5 &lt; 6'),
    )
    expect(blocksOf(body)).toEqual([{ kind: 'paragraph', text: '2024 年登记合同 777 项，R&D 占 5 < 6' }])
  })

  it('has insertions and no deletions, rows of tables included', () => {
    const deleted = `<w:tr><w:trPr><w:del w:id="9" w:author="x"/></w:trPr>${cell('八师')}${cell('1')}</w:tr>`
    const body = `${paragraph(
      run('共') +
        `<w:del w:id="1" w:author="x"><w:r><w:delText>700</w:delText></w:r></w:del>` +
        `<w:ins w:id="2" w:author="x">${run('777')}</w:ins>` +
        `<w:moveFrom w:id="3" w:author="x">${run('旧')}</w:moveFrom>` +
        run('项'),
      '<w:rPr><w:del w:id="4" w:author="x"/></w:rPr>',
    )}<w:tbl>${deleted}<w:tr>${cell('九师')}${cell('2')}</w:tr></w:tbl>`
    const { blocks, leftOut } = readDocx(wordFile(body))
    expect(blocks).toEqual([
      { kind: 'paragraph', text: '共777项' },
      { kind: 'table', rows: [['九师', '2']] },
    ])
    expect(leftOut).toEqual([{ kind: 'deleted', count: 3 }])
  })

  it('is of tables with merged cells, of several paragraphs in a cell, and of a table within a table', () => {
    const tall = cell('单位', '<w:vMerge w:val="restart"/>')
    const below = '<w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc>'
    const wide = cell('成交额', '<w:gridSpan w:val="2"/>')
    const inner = `<w:tc>${paragraph(run('外'))}${table([cell('内'), cell('3')])}<w:p/></w:tc>`
    const body =
      paragraph(run('表 1 各师成交额')) +
      table(
        [tall, wide],
        [below, `<w:tc>${paragraph(run('2023'))}${paragraph(run('年'))}</w:tc>`, cell('2024')],
        [inner, cell('1'), cell('2')],
      )
    expect(blocksOf(body)).toEqual([
      { kind: 'caption', text: '表 1 各师成交额' },
      { kind: 'table', rows: [['内', '3']], caption: '表 1 各师成交额' },
      {
        kind: 'table',
        rows: [
          ['单位', '成交额', ''],
          ['', '2023 年', '2024'],
          ['外', '1', '2'],
        ],
      },
    ])
  })

  it('is of text boxes once, of footnotes and endnotes, and knows headings by their style', () => {
    const box = `<w:txbxContent>${paragraph(run('框中 5 项'))}</w:txbxContent>`
    const drawing = `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>${box}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>${box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>`
    const note = (kind: string) =>
      `<w:${kind}s xmlns:w="x"><w:${kind} w:type="separator" w:id="-1">${paragraph(run('线'))}</w:${kind}><w:${kind} w:id="1">${paragraph(run(`${kind} 9 项`))}</w:${kind}></w:${kind}s>`
    const styles =
      '<w:styles xmlns:w="x"><w:style w:styleId="2"><w:name w:val="heading 1"/></w:style><w:style w:styleId="a"><w:basedOn w:val="2"/></w:style></w:styles>'
    const body =
      paragraph(run('登记情况'), '<w:pStyle w:val="a"/>') + paragraph(run('前') + drawing + run('后'))
    const others = {
      'styles.xml': styles,
      'footnotes.xml': note('footnote'),
      'endnotes.xml': note('endnote'),
    }
    expect(blocksOf(body, others)).toEqual([
      { kind: 'heading', text: '登记情况' },
      { kind: 'paragraph', text: '框中 5 项', part: 'textbox' },
      { kind: 'paragraph', text: '前后' },
      { kind: 'paragraph', text: 'footnote 9 项', part: 'footnote' },
      { kind: 'paragraph', text: 'endnote 9 项', part: 'endnote' },
    ])
  })

  it('is read as LibreOffice and WPS write it: own prefixes, fields, bookmarks, breaks, smart tags', () => {
    const xml =
      '<?xml version="1.0" encoding="UTF-8"?><ns0:document xmlns:ns0="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><ns0:body><ns0:p><ns0:pPr><ns0:tabs><ns0:tab ns0:val="left" ns0:pos="0"/></ns0:tabs></ns0:pPr><ns0:bookmarkStart ns0:id="0" ns0:name="x"/><ns0:r><ns0:fldChar ns0:fldCharType="begin"/></ns0:r><ns0:r><ns0:instrText> REF y 123 </ns0:instrText></ns0:r><ns0:r><ns0:t>12</ns0:t></ns0:r><ns0:smartTag><ns0:r><ns0:t>项</ns0:t><ns0:br/><ns0:t>合计</ns0:t><ns0:noBreakHyphen/></ns0:r></ns0:smartTag><ns0:sdt><ns0:sdtContent><ns0:r><ns0:rPr><ns0:vanish/></ns0:rPr><ns0:t>隐</ns0:t></ns0:r></ns0:sdtContent></ns0:sdt></ns0:p></ns0:body></ns0:document>'
    const parts = { ...wordParts(''), 'word/document.xml': new TextEncoder().encode(xml) }
    const { blocks, leftOut } = readDocx(zipSync(parts))
    expect(blocks).toEqual([{ kind: 'paragraph', text: '12项 合计-' }])
    expect(leftOut).toEqual([{ kind: 'hidden', count: 1 }])
  })

  it('says what it does not read', () => {
    const body =
      paragraph(`<w:r><w:drawing><a:blip/></w:drawing></w:r>${run('图')}`) +
      paragraph(`<m:oMath><m:r><m:t>1+1</m:t></m:r></m:oMath><w:r><w:object><w:t>8</w:t></w:object></w:r>`)
    const others = {
      'header1.xml': `<w:hdr xmlns:w="x">${paragraph(run('密 3'))}</w:hdr>`,
      'vbaProject.bin': 'x',
    }
    expect(readDocx(wordFile(body, others)).leftOut.map(({ kind }) => kind)).toEqual([
      ...['pictures', 'equations', 'objects', 'headers', 'macros'],
    ])
  })
})
