import { createWriteStream, existsSync } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { LaunchFailure } from '@/db/embedded/failure'
import { paramsOf } from '@/lib/domain/contract/list-query'
import { exportList, isListName, listNames } from '@/lib/services/export/lists'
import type { SheetFormat } from '@/lib/services/spreadsheet/figure-sheet'
import type { RegisterVerb } from './verb'

/** The register with all fields, or any list, in a file as its page would hand it out. */
export const exports: RegisterVerb[] = [
  {
    name: 'export',
    help: 'write registered contracts with every field to a file that the import reads back, or any list of the pages by its name; --as whoever may see it 导出已登记合同的全部字段（可原样导入），或按名称导出任一清单',
    options: [
      { name: 'out', value: 'FILE', required: true, help: 'new file 新文件' },
      { name: 'year', value: 'YEAR', help: 'statistical year (default: all) 统计年度' },
      { name: 'unit', value: 'CODE', help: 'unit (default: all within reach) 登记单位' },
      {
        name: 'status',
        value: 'STATUS',
        help: 'as in the address of the list, or all (default: registered) 状态',
      },
      { name: 'list', value: 'NAME', help: `another list 其他清单: ${listNames.join(' ')}` },
      {
        name: 'filters',
        value: 'FILTERS',
        help: 'of another list, as behind the ? of its page: year=2024&unit=D08 清单的筛选，同网址中“?”之后',
      },
      { name: 'form', value: 'FORM', help: 'xlsx or csv (default: xlsx) 文件格式' },
    ],
    async run(
      actor,
      { out = '', list = 'contracts', filters, year, unit, status = 'registered', form = 'xlsx' },
    ) {
      if (!isForm(form)) throw new LaunchFailure('The form is xlsx or csv. 文件格式为 xlsx 或 csv。')
      if (!isListName(list))
        throw new LaunchFailure(`There is no list ${list}; --help names them. 没有清单 ${list}，见 --help。`)
      const asked = new URLSearchParams(filters)
      const given = list === 'contracts' ? { fields: 'all', status, year, unit } : { year, unit }
      for (const [name, value] of Object.entries(given)) {
        if (value !== undefined && !asked.has(name)) asked.set(name, value)
      }
      const params = paramsOf(asked)
      if (existsSync(out)) throw new LaunchFailure(`${out} exists already. 文件 ${out} 已存在。`)
      const { body, sent } = await exportList(actor, list, {
        params,
        format: form,
        locale: 'zh-CN',
        strict: true,
      })
      const partial = `${out}.partial`
      try {
        await pipeline(
          Readable.fromWeb(body as never),
          createWriteStream(partial, { flags: 'wx', mode: 0o600 }),
        )
        const rows = await sent
        await rename(partial, out)
        return list === 'contracts'
          ? `${rows} 项合同已导出至 ${out} contracts exported`
          : `${rows} 行已导出至 ${out} rows exported`
      } catch (error) {
        await rm(partial, { force: true })
        throw error
      }
    },
  },
]

const isForm = (text: string): text is SheetFormat => text === 'xlsx' || text === 'csv'
