import 'server-only'
import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { findCode } from '@/lib/domain/contract/code-lists'
import { dataFile } from './data-file'

/** Rows of the national system's extract on contracts bought by the Corps, as `importInflow` takes them. */
export const readInflow = (name: string) =>
  (parse(readFileSync(dataFile(name)), { columns: true, bom: true }) as Record<string, string>[]).map(
    (row) => ({
      number: row.合同登记编号,
      name: row.合同名称,
      type: findCode('contractType', row.合同类别 ?? '')?.code,
      sellerName: row.卖方名称,
      sellerRegion: row.卖方行政区划代码,
      buyerName: row.买方名称,
      buyerUnit: row.买方统计单位代码,
      field: findCode('techField', row.技术领域 ?? '')?.code,
      turnover: row['合同成交额（元）'],
      technology: row['技术交易额（元）'],
      registeredOn: row.登记日期,
    }),
  )
