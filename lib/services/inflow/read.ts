import 'server-only'
import { inflowYears, listInflow } from '@/db/queries/inflow'
import type { Actor } from '@/lib/domain/access/actor'
import { reading } from '../reader'

export const inflowPerPage = 50

/** What flowed in by year, and a page of one year's contracts; the latest year where none is asked for. @throws {Problem} forbidden */
export const readInflow = (actor: Actor, asked: number | null, page: number, size: number = inflowPerPage) =>
  reading(actor, 'inflow.read', async (tx) => {
    const years = await inflowYears(tx)
    const year = asked ?? years[0]?.year ?? null
    const rows = year === null ? [] : await listInflow(tx, year, { limit: size, offset: (page - 1) * size })
    return { years, year, rows, total: years.find((one) => one.year === year)?.contracts ?? 0 }
  })
