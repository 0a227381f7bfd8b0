import { type Block, blockText } from '@/lib/domain/checker/block'
import { check } from '@/lib/domain/checker/check'
import { commentLines, summaryLines } from '@/lib/domain/checker/comment-words'
import { placesIn } from '@/lib/domain/checker/place'
import { readText } from '@/lib/domain/checker/read-text'
import { yearsNamed } from '@/lib/domain/checker/reading/report-year'
import { Unreadable } from '@/lib/domain/checker/refusals'
import { registerOf } from '@/lib/domain/checker/register-of'
import type { CheckedReport } from '@/lib/domain/checker/report'
import { ruleWords } from '@/lib/domain/checker/rules'
import { say } from '@/lib/domain/words'
import { type Comment, withComments } from '../documents/docx/comment'
import { readDocument } from '../documents/read-document'
import { type ReadDocument, type ReadWord, readDocx } from '../documents/read-docx'
import type { Errand, Known, Outcome } from './errand'

/** Years of a report that are looked up, each with the one before it. */
const MOST_YEARS = 3

/**
 * Reads and checks a report, and writes it as Word with comments where that is asked for.
 * @param known asks for what the register says of years
 * @throws {Unreadable}
 */
export async function perform(
  { source, form }: Errand,
  known: (years: number[]) => Promise<Known>,
): Promise<Outcome> {
  const document = await read(source)
  const { blocks } = document
  const checked = checkedReport(document, await known(yearsNamed(blocks).slice(0, MOST_YEARS)))
  return form.kind === 'report' ? checked : commented(source, document, checked, form.locale)
}

async function read(source: Uint8Array | string): Promise<ReadDocument | ReadWord> {
  if (typeof source === 'string') return { blocks: readText(source), leftOut: [] }
  try {
    return await readDocument(source)
  } catch (error) {
    if (error instanceof Unreadable) throw error
    // Whatever else a strange file brings a reader to: it is the file that can't be read.
    console.error(error)
    throw new Unreadable('damaged')
  }
}

function checkedReport({ blocks, leftOut }: ReadDocument, { ledgers, unit }: Known): CheckedReport {
  const { year, findings, numbers, counts } = check(blocks, registerOf(ledgers, unit))
  const placeOf = placesIn(blocks)
  return {
    year,
    counts,
    blocks,
    leftOut,
    findings: findings.map((finding) => ({
      ...finding,
      rule: ruleWords[finding.rule],
      place: placeOf(finding.block, finding.start),
    })),
    unread: numbers
      .filter(({ standing }) => standing === 'not-understood')
      .map(({ block, start, end, printed }) => ({
        block,
        start,
        end,
        printed,
        place: placeOf(block, start),
      })),
    compared: { years: [...ledgers.keys()].sort((a, b) => b - a), unit },
  }
}

/** The file itself where it is Word, else its text as Word. */
async function commented(
  source: Uint8Array | string,
  document: ReadDocument | ReadWord,
  checked: CheckedReport,
  locale: string,
): Promise<Uint8Array<ArrayBuffer>> {
  type Found = CheckedReport['findings'][number]
  const own = typeof source !== 'string' && 'traced' in document
  // What Word would drop as empty would shift the places of all that follows.
  const kept = own ? document.blocks.map((_, index) => index) : filled(document.blocks)
  const findings = new Map<Comment, Found>()
  for (const finding of checked.findings) {
    const block = document.blocks[finding.block]
    if (!block) continue
    const at = { block: kept.indexOf(finding.block), start: finding.start, end: finding.end }
    const lines = commentLines(finding, locale)
    // Word shows it beside the box, not at its number.
    const said = block.part === 'textbox' ? [say(finding.place, locale), ...lines] : lines
    findings.set({ ...at, text: blockText(block), lines: said }, finding)
  }
  const write = (bytes: Uint8Array, word: ReadWord) =>
    withComments(bytes, word, [...findings.keys()], (apart) =>
      summaryLines(
        checked,
        apart.flatMap((one) => findings.get(one) ?? []),
        locale,
      ),
    )
  const direct = own ? write(source, document) : null
  if (direct) return direct
  const blocks = kept.flatMap((index) => document.blocks[index] ?? [])
  const { textDocument } = await import('../documents/docx/text-document')
  const bytes = await textDocument(blocks)
  const made = write(bytes, readDocx(bytes))
  if (!made) throw new Unreadable('no-text')
  return made
}

const filled = (blocks: readonly Block[]): number[] =>
  blocks.flatMap((block, index) => (blockText(block).trim() === '' ? [] : [index]))
