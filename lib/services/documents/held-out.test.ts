import { expect, it } from 'vitest'
import { type Block, blockText } from '@/lib/domain/checker/block'
import { readText } from '@/lib/domain/checker/read-text'
import { markedIn } from '@/lib/domain/checker/testing/marked'
import { type Score, scoreOf, summed } from '@/lib/domain/checker/testing/score'
import { textDocument } from './docx/text-document'
import { readDocument } from './read-document'
import { pdfFile, setPages } from './testing/pdf-file'

const asPdf = (blocks: readonly Block[]) =>
  pdfFile(
    setPages(blocks.map((one) => (one.kind === 'table' ? { rows: one.rows } : { text: blockText(one) }))),
  )

it.each([
  ['Word', textDocument],
  ['PDF', asPdf],
])(
  'what is found in a text is found in it as %s',
  async (name, write) => {
    const scores: Score[] = []
    const texts: Score[] = []
    for (const { wrong: text, marks } of markedIn('held-out')) {
      const { blocks } = await readDocument(await write(readText(text)))
      scores.push(scoreOf({ text, marks }, blocks))
      texts.push(scoreOf({ text, marks }))
    }
    const [file, plain] = [summed(`held out as ${name}`, scores), summed('as text', texts)]
    expect(file.recall).toBeGreaterThanOrEqual(plain.recall - 0.02)
    expect(file.precision).toBeGreaterThanOrEqual(plain.precision - 0.02)
  },
  60_000,
)
