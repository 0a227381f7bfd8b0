import 'server-only'
import { z } from 'zod'
import type { Actor } from '@/lib/domain/access/actor'
import { type BatchStatus, batchStatuses, type Verdict, verdictNames } from '@/lib/domain/import/batch'
import { type Mapping, mappingSchema } from '@/lib/domain/import/mapping'
import { openQuestions } from '@/lib/domain/import/questions'
import { targetOf } from '@/lib/domain/import/targets'
import { Problem } from '@/lib/domain/problems'
import { arrivingFile } from '../attachments/arriving-file'
import { beginImport, kindFor } from '../import/begin'
import { judgeImport } from '../import/judge'
import { type BatchView, type ListedBatch, readBatch, readBatches } from '../import/read'
import { andGo } from '../import/work'
import { refused } from '../refuse'

const words = z.object({ zh: z.string(), en: z.string() })
const problem = z.looseObject({ code: z.string() }).nullable()

const listed = {
  id: z.uuid(),
  kind: z.enum(['draft', 'registered']),
  status: z.enum(Object.keys(batchStatuses) as [BatchStatus, ...BatchStatus[]]),
  fileName: z.string(),
  startedBy: z.string(),
  startedAt: z.iso.datetime(),
  counts: z
    .record(z.string(), z.int())
    .describe('Rows: new, changed, same, bad; of those new or changed: written, applied, asked, met, undone'),
}

/** The answer of `GET /api/v1/contracts/import`. */
export const importListAnswer = z.object({ imports: z.array(z.object(listed)), more: z.boolean() })

/** The answer of `GET /api/v1/contracts/import/{batch}`, and of every step of it. */
export const importAnswer = z.object({
  ...listed,
  done: z.int().describe('Last row dealt with in the present stage'),
  rows: z.int().describe('Rows of the file, known once all were judged'),
  columns: z.array(z.object({ column: z.int(), heading: z.string(), samples: z.array(z.string()) })),
  mapping: z.unknown().describe('How the columns are read; give it back, changed or not, to judge'),
  questions: z
    .array(z.looseObject({ ask: z.enum(['target', 'money', 'unit']) }))
    .describe('What has to be settled in the mapping before the rows can be judged'),
  differing: z.object({ drafts: z.int(), registered: z.int() }),
  problem,
})

/** The answer of `GET /api/v1/contracts/import/{batch}/rows`. */
export const importRowsAnswer = z.object({
  rows: z.array(
    z.object({
      row: z.int(),
      name: z.string(),
      seller: z.string(),
      buyer: z.string(),
      issues: z.array(z.object({ column: z.int().nullable(), path: z.string(), message: words })),
      differences: z.array(
        z.object({ path: z.string(), label: words, before: words.nullable(), after: words.nullable() }),
      ),
      contract: z.uuid().nullable(),
      outcome: z.string().nullable(),
      request: z.uuid().nullable(),
      refusal: problem,
    }),
  ),
  next: z.int().nullable().describe('Give it as `after` for the rows behind these'),
})

const toListed = ({ id, kind, status, fileName, startedBy, startedAt, counts }: ListedBatch) => ({
  id,
  kind,
  status,
  fileName,
  startedBy,
  startedAt: startedAt.toISOString(),
  counts,
})

function toAnswer(view: BatchView): z.infer<typeof importAnswer> {
  const { done, rowCount, columns, mapping, differing, problem: met, kind, status } = view
  return {
    ...toListed(view),
    done,
    rows: rowCount,
    columns,
    mapping,
    questions: status === 'mapping' ? openQuestions(kind, mapping, columns) : [],
    differing,
    problem: met,
  }
}

/** @throws {Problem} forbidden */
export async function importsForApi(
  actor: Actor,
  search: URLSearchParams,
): Promise<z.infer<typeof importListAnswer>> {
  const page = z.coerce
    .number()
    .int()
    .min(1)
    .max(10_000)
    .catch(1)
    .parse(search.get('page') ?? '1')
  const { batches, more } = await readBatches(actor, page)
  return { imports: batches.map(toListed), more }
}

/** @throws {Problem} forbidden, not-found */
export async function importForApi(actor: Actor, id: string): Promise<z.infer<typeof importAnswer>> {
  return toAnswer(await found(actor, id))
}

async function found(actor: Actor, id: string, options: Parameters<typeof readBatch>[2] = {}) {
  const view = await readBatch(actor, id, options)
  if (!view) throw new Problem({ code: 'not-found' })
  return view
}

/** @throws {Problem} forbidden, not-found, invalid-input */
export async function importRowsForApi(
  actor: Actor,
  id: string,
  search: URLSearchParams,
): Promise<z.infer<typeof importRowsAnswer>> {
  const verdict = search.get('verdict')
  const known = verdictNames.find((one) => one === verdict)
  if (verdict !== null && !known) throw refused('verdict', 'unknown')
  const after = z.coerce
    .number()
    .int()
    .min(0)
    .max(2_000_000)
    .safeParse(search.get('after') ?? '0')
  if (!after.success) throw refused('after', 'number')
  const { rows, next } = await found(actor, id, {
    ...(known && { verdict: known satisfies Verdict }),
    after: after.data,
  })
  return {
    rows: rows.map(({ row, title, issues, differences, contract, outcome, request, refusal }) => ({
      row,
      ...title,
      issues,
      differences: differences.map(({ path, label, before, after: then }) => ({
        path,
        label,
        before,
        after: then,
      })),
      contract,
      outcome,
      request,
      refusal,
    })),
    next,
  }
}

/**
 * Takes a file in as the page does, and has it judged where nothing is open of how it is read. What the address says settles
 * questions: `mapping` all of it, `money` what amounts are in, `unit` whose rows they are.
 * @throws {Problem} what `beginImport` and `judgeImport` refuse
 */
export async function beginForApi(actor: Actor, request: Request): Promise<z.infer<typeof importAnswer>> {
  const { searchParams: search } = new URL(request.url)
  const kind = search.get('kind')
  if (kind !== null && kind !== kindFor(actor)) throw refused('kind', 'role')
  const settle = settlerOf(search)
  const { paper, parts, announced } = arrivingFile(request)
  const { id } = await beginImport(
    actor,
    { fileName: search.get('name') ?? (paper.fileName || 'import') },
    parts,
    announced,
  )
  const view = await found(actor, id)
  if (view.status === 'mapping') {
    const mapping = settle(view.mapping)
    if (openQuestions(view.kind, mapping, view.columns).length === 0) {
      await andGo(judgeImport)(actor, { id, mapping })
    }
  }
  return importForApi(actor, id)
}

/** What the address says of how a file is read, checked before the file is taken. @throws {Problem} invalid-input */
function settlerOf(search: URLSearchParams): (understood: Mapping) => Mapping {
  const said = search.get('mapping')
  const given = said === null ? null : mappingSchema.safeParse(parsed(said))
  if (given && !given.success) throw refused('mapping', given.error.issues[0]?.message ?? 'mapping')
  const money = z.enum(['yuan', 'wan']).nullable().safeParse(search.get('money'))
  if (!money.success) throw refused('money', 'unknown')
  const unit = mappingSchema.shape.unit.safeParse(search.get('unit'))
  if (!unit.success) throw refused('unit', 'unknown')
  if (given) return () => given.data
  return (understood) => ({
    ...understood,
    columns: understood.columns.map((one) => ({
      ...one,
      ...(money.data && !one.money && targetOf(one.target)?.spec.kind === 'money' && { money: money.data }),
    })),
    unit: unit.data ?? understood.unit,
  })
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
