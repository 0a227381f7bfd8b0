import { createWriteStream, existsSync } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { LaunchFailure } from '@/db/embedded/failure'
import { exportList } from '@/lib/services/export/lists'
import type { SheetFormat } from '@/lib/services/spreadsheet/figure-sheet'
import type { RegisterVerb } from './verb'

/** The register in a file, as the page of contracts would hand it out with all fields. */
export const exports: RegisterVerb[] = [
  {
    name: 'export',
    help: 'write registered contracts with every field to a file that the import reads back; --as a registrar or the centre 导出已登记合同的全部字段，可原样导入（以登记员或中心人员身份）',
    options: [
      { name: 'out', value: 'FILE', required: true, help: 'new file 新文件' },
      { name: 'year', value: 'YEAR', help: 'statistical year (default: all) 统计年度' },
      { name: 'unit', value: 'CODE', help: 'unit (default: all within reach) 登记单位' },
      {
        name: 'status',
        value: 'STATUS',
        help: 'as in the address of the list, or all (default: registered) 状态',
      },
      { name: 'form', value: 'FORM', help: 'xlsx or csv (default: xlsx) 文件格式' },
    ],
    async run(actor, { out = '', year, unit, status = 'registered', form = 'xlsx' }) {
      if (!isForm(form)) throw new LaunchFailure('The form is xlsx or csv. 文件格式为 xlsx 或 csv。')
      const given = { fields: 'all', status, year, unit }
      const params = new Map(
        Object.entries(given).flatMap(([name, value]) => (value === undefined ? [] : [[name, [value]]])),
      )
      if (existsSync(out)) throw new LaunchFailure(`${out} exists already. 文件 ${out} 已存在。`)
      const { body, sent } = await exportList(actor, 'contracts', { params, format: form, locale: 'zh-CN' })
      const partial = `${out}.partial`
      try {
        await pipeline(
          Readable.fromWeb(body as never),
          createWriteStream(partial, { flags: 'wx', mode: 0o600 }),
        )
        const rows = await sent
        await rename(partial, out)
        return `${rows} 项合同已导出至 ${out} contracts exported`
      } catch (error) {
        await rm(partial, { force: true })
        throw error
      }
    },
  },
]

const isForm = (text: string): text is SheetFormat => text === 'xlsx' || text === 'csv'
