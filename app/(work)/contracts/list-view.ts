import { cookies } from 'next/headers'
import { columnsCookie } from '@/components/contract/columns-cookie'
import type { Actor } from '@/lib/domain/access/actor'
import { type ColumnKey, isColumnKey, usualColumns } from '@/lib/domain/contract/columns'
import type { ListQuery } from '@/lib/domain/contract/list-query'

/** The columns to show: those of the address, else the person's last choice, else the usual ones. */
export async function shownColumns(actor: Actor, query: ListQuery): Promise<ColumnKey[]> {
  if (query.columns) return query.columns
  const remembered = (await cookies()).get(columnsCookie)?.value.split(',').filter(isColumnKey) ?? []
  return remembered.length > 0 ? [...new Set(remembered)] : usualColumns(actor.unit === null)
}
