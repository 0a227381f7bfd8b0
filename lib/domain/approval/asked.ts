import type { Content } from '../contract/content'
import { fieldNames } from '../contract/fields'
import { toWire } from '../contract/kinds'
import { isAttachmentPath, valueAt } from './paths'

/** One reason of a return: code, the place it stands at, what to do. */
export interface ReturnReason {
  code: string
  path: string
  text: string
}

/** What the approver said when the contract went back. */
export interface ReturnVerdict {
  reasons: ReturnReason[]
  text: string
}

export interface AskedFile {
  kind: string
  fileName: string
  addedAt: Date
  removedAt: Date | null
}

/** A reason of the last return beside what the office did about it. */
export type Asked = ReturnReason &
  (
    | { about: 'field'; done: boolean; before: unknown; after: unknown }
    | { about: 'attachment'; done: boolean; added: string[]; removed: string[] }
  )

export interface AskedAgainstDone {
  asked: Asked[]
  /** Fields that were changed although no reason named them. */
  unasked: { path: string; before: unknown; after: unknown }[]
  /** Files added or taken off although no reason named their kind. */
  unaskedFiles: { kind: string; added: string[]; removed: string[] }[]
}

/**
 * Asked against done after a resubmission: for each reason the value then and now, or the files of its kind added and
 * taken off since; then whatever else was changed.
 * @param returnedAt files count as an answer from this instant on
 */
export function askedAgainstDone(
  verdict: ReturnVerdict,
  before: Content,
  after: Content,
  files: readonly AskedFile[],
  returnedAt: Date,
): AskedAgainstDone {
  const since = filesSince(files, returnedAt)
  const named = new Set(verdict.reasons.map(({ path }) => path.split('.')[0]))
  return {
    asked: verdict.reasons.map((reason) => {
      if (isAttachmentPath(reason.path)) {
        const { added, removed } = since.get(reason.path) ?? { added: [], removed: [] }
        return { ...reason, about: 'attachment', done: added.length + removed.length > 0, added, removed }
      }
      const [then, now] = [valueAt(before, reason.path), valueAt(after, reason.path)]
      return { ...reason, about: 'field', done: !same(then, now), before: then, after: now }
    }),
    unasked: fieldNames
      .filter((name) => !named.has(name) && !same(before[name], after[name]))
      .map((name) => ({ path: name, before: before[name], after: after[name] })),
    unaskedFiles: [...since]
      .filter(([kind]) => !named.has(kind))
      .map(([kind, change]) => ({ kind, ...change })),
  }
}

function filesSince(files: readonly AskedFile[], from: Date) {
  const since = new Map<string, { added: string[]; removed: string[] }>()
  for (const { kind, fileName, addedAt, removedAt } of files) {
    const added = addedAt >= from && !removedAt
    const removed = addedAt < from && removedAt !== null && removedAt >= from
    if (!added && !removed) continue
    const entry = since.get(kind) ?? { added: [], removed: [] }
    if (added) entry.added.push(fileName)
    else entry.removed.push(fileName)
    since.set(kind, entry)
  }
  return since
}

/** Equal in what they say: compared in wire form with keys in order. */
const same = (a: unknown, b: unknown): boolean => canonical(a) === canonical(b)

const canonical = (value: unknown): string =>
  JSON.stringify(toWire(value), (_, inner) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  ) ?? ''
