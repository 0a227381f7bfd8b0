import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { Block } from '@/lib/domain/checker/block'
import { cellStarts } from '@/lib/domain/checker/pieces'
import type { CheckedReport } from '@/lib/domain/checker/report'
import { MarkedText } from './marked-text'

type Found = CheckedReport['findings'][number] & { mark: number }

/** The report as it was read, its findings marked where they stand. */
export function CheckedText({
  blocks,
  findings,
}: {
  blocks: readonly Block[]
  findings: CheckedReport['findings']
}) {
  const marks = new Map<number, Found[]>()
  for (const [mark, finding] of findings.entries()) {
    const here = marks.get(finding.block) ?? []
    marks.set(finding.block, [...here, { ...finding, mark }])
  }
  return (
    <div className="grid min-w-0 gap-3 wrap-anywhere">
      {blocks.map((block, index) => {
        const here = marks.get(index) ?? []
        const key = `${index}`
        if (block.kind === 'table')
          return <MarkedTable caption={block.caption} key={key} marks={here} rows={block.rows} />
        const strong = block.kind === 'paragraph' ? undefined : 'font-semibold'
        return (
          <p className={strong} key={key}>
            <MarkedText marks={here} text={block.text} />
          </p>
        )
      })}
    </div>
  )
}

function MarkedTable({
  rows,
  caption,
  marks,
}: {
  rows: readonly string[][]
  caption: string | undefined
  marks: readonly Found[]
}) {
  const t = useTranslations('checker')
  const starts = cellStarts(rows)
  const cell = (text: string, from: number): ReactNode => <MarkedText from={from} marks={marks} text={text} />
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (SC 2.1.1).
    <section aria-label={caption ?? t('table')} className="scroll-hint relative overflow-x-auto" tabIndex={0}>
      <table className="border-collapse text-sm">
        <tbody>
          {rows.map((row, line) => (
            <tr key={starts[line]?.[0]}>
              {row.map((text, column) => {
                const from = starts[line]?.[column] ?? 0
                return (
                  <td className="border border-line px-2 py-1 whitespace-nowrap" key={from}>
                    {cell(text, from)}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
