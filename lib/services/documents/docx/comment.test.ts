import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { blockText } from '@/lib/domain/checker/block'
import { readText } from '@/lib/domain/checker/read-text'
import { readDocx } from '../read-docx'
import { cell, paragraph, run, table, wordFile, wordParts } from '../testing/word-file'
import { readXml } from '../xml'
import { type Comment, withComments } from './comment'
import { textDocument } from './text-document'

const body =
  paragraph(run('共登记 ') + run('7', '<w:b/>') + run('7 项，R&amp;D 占 45.9%')) +
  table([cell('八师'), cell('12.5')]) +
  paragraph(`<w:hyperlink>${run('合计 9')}</w:hyperlink>`)

/** A comment at the words of a block. */
function at(bytes: Uint8Array, words: string, line = words): Comment {
  const { blocks } = readDocx(bytes)
  const block = blocks.findIndex((one) => blockText(one).includes(words))
  const text = blocks[block] ? blockText(blocks[block]) : ''
  const start = text.indexOf(words)
  return { block, start, end: start + words.length, text, lines: [line] }
}

function commented(bytes: Uint8Array, comments: readonly Comment[]) {
  const made = withComments(bytes, readDocx(bytes), comments, (apart) => [
    'summary',
    ...apart.map(({ lines }) => lines.join()),
  ])
  if (!made) throw new Error('No file')
  return unzipSync(made)
}

/** The text that each comment of a main part lies over, by its number; fails where the XML is not well-formed. */
function covered(xml: string): Record<string, string> {
  const open = new Map<string, string>()
  const done: Record<string, string> = {}
  let from = -1
  readXml(xml, {
    open: ({ name, attribute, end }) => {
      const id = attribute('id') ?? ''
      if (name === 'commentRangeStart') open.set(id, '')
      if (name === 'commentRangeEnd') done[id] = open.get(id) ?? 'never begun'
      if (name === 't') from = end
    },
    close: (name, start) => {
      if (name === 't')
        for (const [id, text] of open) if (!(id in done)) open.set(id, text + xml.slice(from, start))
    },
  })
  return done
}

const documentOf = (parts: Record<string, Uint8Array>) =>
  strFromU8(parts['word/document.xml'] ?? new Uint8Array())

describe('comments in a Word file', () => {
  const bytes = wordFile(body, { 'styles.xml': '<w:styles xmlns:w="x"/>' })
  const comments = ['77', '45.9%', '12.5', '9'].map((words) => at(bytes, words))
  const parts = commented(bytes, comments)

  it('lie over their numbers, parted runs and entities or not', () => {
    expect(covered(documentOf(parts))).toEqual({ 0: '共登记 ', 1: '77', 2: '45.9%', 3: '12.5', 4: '9' })
  })

  it('leave the text and its looks as they were', () => {
    expect(readDocx(zipSync(parts)).blocks).toEqual(readDocx(bytes).blocks)
    expect(documentOf(parts)).toContain('<w:rPr><w:b/></w:rPr><w:t xml:space="preserve">7</w:t>')
  })

  it('leave every part but four byte by byte', () => {
    const before = unzipSync(bytes)
    const changed = Object.keys(parts).filter(
      (name) => !before[name] || Buffer.compare(before[name], parts[name] ?? new Uint8Array()) !== 0,
    )
    expect(changed.sort()).toEqual([
      '[Content_Types].xml',
      'word/_rels/document.xml.rels',
      'word/comments-jishi.xml',
      'word/document.xml',
    ])
    expect(strFromU8(parts['[Content_Types].xml'] ?? new Uint8Array())).toContain(
      'PartName="/word/comments-jishi.xml"',
    )
  })

  it('are listed with their words, whatever stands in these', () => {
    const [one] = comments
    const made = commented(bytes, [{ ...one, lines: ['<b> & "所印"\u0007'] } as Comment])
    const texts: string[] = []
    const xml = strFromU8(made['word/comments-jishi.xml'] ?? new Uint8Array())
    readXml(xml, { open: ({ name }) => name === 'comment' && texts.push(name), close: () => {} })
    expect(texts).toHaveLength(2)
    expect(xml).toContain('&lt;b&gt; &amp; &quot;所印&quot;<')
  })
})

it('comments join those that are there, two at one number, and of a text box they lie over its paragraph', () => {
  const box = `<w:r><w:pict><w:txbxContent>${paragraph(run('框 8'))}</w:txbxContent></w:pict></w:r>`
  const known = '<w:comments xmlns:w="x"><w:comment w:id="41" w:author="李"><w:p/></w:comment></w:comments>'
  const bytes = wordFile(body + paragraph(run('尾') + box), { 'comments.xml': known })
  const parts = commented(bytes, [at(bytes, '12.5', 'a'), at(bytes, '12.5', 'b'), at(bytes, '框 8', 'c')])
  const comments = strFromU8(parts['word/comments.xml'] ?? new Uint8Array())
  expect([...comments.matchAll(/w:id="(\d+)"/g)].map(([, id]) => id)).toEqual(['41', '42', '43', '44', '45'])
  expect(comments).toContain('>c<')
  expect(covered(documentOf(parts))).toEqual({ 42: '共登记 ', 43: '12.5', 44: '12.5', 45: '尾' })
})

it('comments stand in footnotes and endnotes, and a box without words of its own is spoken of at the first words', () => {
  const note = (kind: string, words: string) =>
    `<w:${kind}s xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:${kind} w:id="1">${paragraph(run(words))}</w:${kind}></w:${kind}s>`
  const box = `<w:r><w:pict><w:txbxContent>${paragraph(run('框 8'))}</w:txbxContent></w:pict></w:r>`
  const others = {
    'footnotes.xml': note('footnote', '脚注 5 项'),
    'endnotes.xml': note('endnote', '尾注 6 项'),
  }
  const bytes = wordFile(body + paragraph(box), others)
  const parts = commented(bytes, [
    at(bytes, '5 项'),
    at(bytes, '6 项'),
    at(bytes, '框 8', 'c'),
    at(bytes, '12.5'),
  ])
  expect(covered(documentOf(parts))).toEqual({ 0: '共登记 ', 3: '12.5' })
  const text = (name: string) => strFromU8(parts[`word/${name}`] ?? new Uint8Array())
  expect(covered(text('footnotes.xml'))).toEqual({ 1: '5 项' })
  expect(covered(text('endnotes.xml'))).toEqual({ 2: '6 项' })
  expect(text('comments-jishi.xml')).toMatch(/w:id="0".*summary.*>c<.*w:id="1"/s)
  expect(readDocx(zipSync(parts)).blocks).toEqual(readDocx(bytes).blocks)
})

it('a file of the strict kind gets comments of its kind, and names that lead out of it do not come along', () => {
  const strict = (part: Uint8Array | undefined) =>
    strToU8(
      strFromU8(part ?? new Uint8Array()).replaceAll(
        'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
        'http://purl.oclc.org/ooxml/wordprocessingml/main',
      ),
    )
  const plain = wordParts(body)
  const bytes = zipSync({
    ...plain,
    'word/document.xml': strict(plain['word/document.xml']),
    '../x': strToU8('x'),
  })
  const parts = commented(bytes, [at(bytes, '12.5')])
  expect(Object.keys(parts)).not.toContain('../x')
  expect(strFromU8(parts['word/comments-jishi.xml'] ?? new Uint8Array())).toContain(
    'xmlns:w="http://purl.oclc.org/',
  )
})

it('a text becomes a Word file of the same blocks', async () => {
  const blocks = readText('一、情况\n共 7 项\u0001。\n表1 各师\n| 八师 | 12 |\n| 九师 |  |\n')
  const read = readDocx(await textDocument(blocks)).blocks
  expect(read.map((one) => blockText(one))).toEqual(
    blocks.map((one) => blockText(one).replace('\u0001', ' ')),
  )
})
