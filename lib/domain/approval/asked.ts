import type { Content } from '../contract/content'
import { type Difference, differences } from '../contract/diff'
import { valueWords } from '../contract/value-words'
import type { Words } from '../words'
import { isAttachmentPath, specAt, valueAt } from './paths'

/** One reason of a return: code, the place it stands at, what to do. */
export interface AskedReason {
  code: string
  path: string
  text: string
}

export interface AskedFile {
  kind: string
  fileName: string
  addedAt: Date
  removedAt: Date | null
}

/** Files of one kind put on and taken off since the return. */
export interface FileChange {
  kind: string
  added: string[]
  removed: string[]
}

/** A reason of the last return beside what the office did about it; `done` says that something changed there, not that it is right. */
export type Asked = AskedReason & { done: boolean } & (
    | { about: 'field'; changes: Difference[]; now: Words | null }
    | { about: 'attachment'; files: FileChange }
  )

export interface AskedAgainstDone {
  asked: Asked[]
  /** What changed although no reason named it. */
  unasked: Difference[]
  unaskedFiles: FileChange[]
}

/**
 * Asked against done after a resubmission: for each reason what changed at its field, or the files of its kind put on
 * and taken off since; then whatever else was changed.
 * @param returnedAt files count as an answer from this instant on
 */
export function askedAgainstDone(
  reasons: readonly AskedReason[],
  before: Content,
  after: Content,
  files: readonly AskedFile[],
  returnedAt: Date,
): AskedAgainstDone {
  const changes = differences(before, after)
  const fileChanges = filesSince(files, returnedAt)
  const isAsked = (path: string) => reasons.some((reason) => touches(reason.path, path))
  return {
    asked: reasons.map((reason): Asked => {
      if (isAttachmentPath(reason.path)) {
        const kind = reason.path
        const found = fileChanges.find((change) => change.kind === kind) ?? { kind, added: [], removed: [] }
        return { ...reason, about: 'attachment', done: fileChanges.includes(found), files: found }
      }
      const here = changes.filter(({ path }) => touches(reason.path, path))
      const spec = specAt(reason.path)
      const now = spec && valueWords(spec, valueAt(after, reason.path))
      return { ...reason, about: 'field', done: here.length > 0, changes: here, now }
    }),
    unasked: changes.filter(({ path }) => !isAsked(path)),
    unaskedFiles: fileChanges.filter(({ kind }) => !isAsked(kind)),
  }
}

/** Whether a change at `changed` bears on `asked`: the same place, one within the other. */
const touches = (asked: string, changed: string): boolean =>
  asked === changed || changed.startsWith(`${asked}.`) || asked.startsWith(`${changed}.`)

function filesSince(files: readonly AskedFile[], from: Date): FileChange[] {
  const since = new Map<string, FileChange>()
  for (const { kind, fileName, addedAt, removedAt } of files) {
    const added = addedAt >= from && removedAt === null
    const removed = addedAt < from && removedAt !== null && removedAt >= from
    if (!added && !removed) continue
    const change = since.get(kind) ?? { kind, added: [], removed: [] }
    change[added ? 'added' : 'removed'].push(fileName)
    since.set(kind, change)
  }
  return [...since.values()]
}
