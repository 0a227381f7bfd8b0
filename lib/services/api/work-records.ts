import 'server-only'
import { z } from 'zod'
import type { Actor } from '@/lib/domain/access/actor'
import { toWire } from '@/lib/domain/contract/kinds'
import { paramsOf } from '@/lib/domain/contract/list-query'
import { Problem } from '@/lib/domain/problems'
import { isWorkKind, type WorkKindName, workKindNames } from '@/lib/domain/work-records/kinds'
import { recordActionNames, recordStatusNames } from '@/lib/domain/work-records/lifecycle'
import { readRecordQuery } from '@/lib/domain/work-records/list-query'
import { idOf } from '../attachments/as-person'
import { readRecords, recordsPerPage } from '../work-records/list'
import { viewRecord } from '../work-records/view'
import { afterIn, nextAfter } from './after'

const record = {
  id: z.uuid(),
  kind: z.enum(workKindNames),
  unit: z.string().nullable().describe('Unit code; null for the centre itself'),
  status: z.enum(recordStatusNames),
  content: z.record(z.string(), z.unknown()).describe('The fields of the register; money in yuan'),
  editedAt: z.iso.datetime(),
}

/** The answer of `GET /api/v1/work/{kind}`. */
export const recordListAnswer = z.object({
  records: z.array(z.object(record)),
  next: z.string().nullable().describe('With `after`: send it as the next `after`; null at the end'),
  total: z.int(),
  page: z.int(),
  pages: z.int(),
})

/** The answer of `GET /api/v1/work/{kind}/{id}`. */
export const recordAnswer = z.object({
  ...record,
  counts: z.boolean().describe('It is part of the report’s figures'),
  revision: z.int(),
  may: z.array(z.enum(recordActionNames as [string, ...string[]])).describe('What you may do now'),
})

function kindNamed(kind: string): WorkKindName {
  if (!isWorkKind(kind)) throw new Problem({ code: 'not-found' })
  return kind
}

/** @throws {Problem} not-found for a register that there is none of; forbidden */
export async function recordsForApi(
  actor: Actor,
  named: string,
  search: URLSearchParams,
): Promise<z.infer<typeof recordListAnswer>> {
  const kind = kindNamed(named)
  const after = afterIn(search)
  const query = readRecordQuery(kind, paramsOf(search))
  const { lines, total } = await readRecords(actor, kind, query, after)
  return {
    records: lines.map(({ id, unit, status, content, editedAt }) => ({
      id,
      kind,
      unit,
      status,
      content: toWire(content) as Record<string, unknown>,
      editedAt: editedAt.toISOString(),
    })),
    next: nextAfter(after, lines, recordsPerPage),
    total,
    page: query.page,
    pages: Math.max(1, Math.ceil(total / recordsPerPage)),
  }
}

/** @throws {Problem} not-found also where the record is outside the actor's reach; forbidden */
export async function recordForApi(
  actor: Actor,
  named: string,
  id: string,
): Promise<z.infer<typeof recordAnswer>> {
  const kind = kindNamed(named)
  const view = await viewRecord(actor, kind, idOf(id))
  if (!view) throw new Problem({ code: 'not-found' })
  const { unit, status, counts, revision, may, editedAt } = view
  return {
    id: view.id,
    kind,
    unit,
    status,
    content: view.wire as Record<string, unknown>,
    editedAt: editedAt.toISOString(),
    counts,
    revision,
    may,
  }
}
