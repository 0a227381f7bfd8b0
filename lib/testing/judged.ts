import { type JudgeContext, rowJudge } from '@/lib/domain/import/judge'
import type { ImportKind, Mapping } from '@/lib/domain/import/mapping'
import { type ReadRow, rowReader } from '@/lib/domain/import/read-row'
import { type Understood, understand } from '@/lib/domain/import/understand'
import { settingsOn } from '@/lib/domain/settings'
import { type Notes, noNotes, type SheetRow } from '@/lib/services/spreadsheet/reading/cell'
import { openTable } from '@/lib/services/spreadsheet/reading/open'

export interface Judged {
  understood: Understood
  notes: Notes
  rows: ({ number: number } & ReadRow)[]
}

/** A file read and judged without a database: as it is understood, or with a mapping changed from that. */
export async function judged(
  path: string,
  kind: ImportKind,
  change: (mapping: Mapping) => Mapping = (mapping) => mapping,
  context: Partial<JudgeContext> = {},
): Promise<Judged> {
  const table = await openTable(path)
  try {
    const all: SheetRow[] = []
    const notes = noNotes()
    const sheet = table.sheets.findIndex(({ hidden }) => !hidden)
    for await (const rows of table.rows(sheet, notes)) all.push(...rows)
    const understood = understand(all.slice(0, 60), sheet, kind)
    if (!understood) throw new Error('No headings were found')
    const mapping = change(understood.mapping)
    const read = rowReader(mapping)
    const judge = rowJudge({
      kind,
      mapping,
      today: '2026-11-29',
      unit: 'D08',
      settingsOn: (day) => settingsOn(day, []),
      ...context,
    })
    const rows = all
      .filter(({ number }) => number > mapping.headingRow)
      .map(({ number, cells }) => {
        const row = read(cells)
        return { number, ...row, issues: judge(row) }
      })
    return { understood, notes, rows }
  } finally {
    table.close()
  }
}
