import { createReadStream, writeFileSync } from 'node:fs'
import { basename } from 'node:path'
import { LaunchFailure } from '@/db/embedded/failure'
import type { Actor } from '@/lib/domain/access/actor'
import { targetOf } from '@/lib/domain/import/targets'
import { problemWords } from '@/lib/domain/problem-words'
import { beginImport } from '@/lib/services/import/begin'
import { judgeImport } from '@/lib/services/import/judge'
import { type BatchView, readBatch } from '@/lib/services/import/read'
import { returnedRows } from '@/lib/services/import/returned'
import { workOn } from '@/lib/services/import/work'
import { writeImport } from '@/lib/services/import/write'
import type { RegisterVerb } from './verb'

/** Contracts from a file, understood as the page would suggest. */
export const imports: RegisterVerb[] = [
  {
    name: 'import',
    help: 'import contracts from an Excel or CSV file: drafts as a registrar, registered ones as an auditor 由文件导入合同（登记员导入草稿，稽核员导入已登记合同）',
    operand: { name: 'file', value: 'FILE', help: 'the .xlsx or .csv 文件' },
    options: [
      {
        name: 'money',
        value: 'UNIT',
        help: 'yuan or wan, where a heading does not say 金额单位：yuan 元，wan 万元',
      },
      { name: 'unit', value: 'CODE', help: 'unit of all rows, where the file has no column for it 登记单位' },
      { name: 'apply', value: 'yes', help: 'yes: also change drafts that differ 同时修改内容不同的草稿' },
      { name: 'returned', value: 'OUT', help: 'file for the rejected rows 需改正的行存为' },
    ],
    async run(actor, { file = '', money, unit, apply, returned }) {
      const { id } = await beginImport(actor, { fileName: basename(file) }, createReadStream(file))
      const { mapping } = await seen(actor, id)
      const columns = mapping.columns.map((one) => ({
        ...one,
        ...(targetOf(one.target)?.spec.kind === 'money' && !one.money && { money }),
      }))
      await judgeImport(actor, { id, mapping: { ...mapping, columns, unit: unit ?? null } })
      const judged = await worked(actor, id)
      if (judged.counts.new > 0 || (apply === 'yes' && judged.counts.changed > 0)) {
        await writeImport(actor, { id, apply: apply === 'yes' })
        await worked(actor, id)
      }
      const { counts } = await seen(actor, id)
      if (returned && counts.bad > 0) writeFileSync(returned, (await returnedRows(actor, id)).bytes)
      return `导入 ${counts.written} 项，修改 ${counts.applied} 项，相同 ${counts.same} 项，不同 ${counts.changed} 项，需改正 ${counts.bad} 项 imported ${counts.written}, changed ${counts.applied}, same ${counts.same}, differing ${counts.changed}, to be corrected ${counts.bad}`
    },
  },
]

async function seen(actor: Actor, id: string): Promise<BatchView> {
  const view = await readBatch(actor, id)
  if (!view) throw new LaunchFailure('The import is gone. 导入记录不存在。')
  return view
}

/** Works here and now, to the end of the stage. */
async function worked(actor: Actor, id: string): Promise<BatchView> {
  await workOn(actor, id)
  const view = await seen(actor, id)
  if (!view.problem) return view
  const { zh, en } = problemWords(view.problem)
  throw new LaunchFailure(`${en} ${zh}`)
}
