import 'server-only'
import { recordsWithIdentity } from '@/db/queries/work-records'
import { Problem } from '@/lib/domain/problems'
import { kindOf, type WorkKindName } from '@/lib/domain/work-records/kinds'
import {
  holdsRecordsOf,
  identityOf,
  type RecordContent,
  yearOfRecord,
} from '@/lib/domain/work-records/record'
import { refused } from '../refuse'
import type { Work } from '../verb'

/** What a record's columns say of its content. */
export const mirrored = (kind: WorkKindName, content: RecordContent) => ({
  content,
  year: yearOfRecord(kind, content),
  identity: identityOf(kind, content),
})

/** @throws {Problem} state-secret where a field says so: nothing of it is kept */
export function refuseSecret(kind: WorkKindName, content: RecordContent): void {
  const { fields } = kindOf(kind)
  if (Object.entries(fields).some(([name, { forbids }]) => forbids && content[name] === true)) {
    throw new Problem({ code: 'state-secret' })
  }
}

/** @throws {Problem} invalid-input where the register holds no records of the actor's unit */
export function refuseOthersRegister({ actor }: Work, kind: WorkKindName): void {
  if (!holdsRecordsOf(kind, actor.unit)) throw refused('kind', 'not-of-this-register')
}

/** @throws {Problem} record-exists where another record stands for the same */
export async function refuseSecond(
  { tx }: Work,
  kind: WorkKindName,
  unit: string | null,
  content: RecordContent,
  own: string | null,
): Promise<void> {
  const identity = identityOf(kind, content)
  const same = identity === null ? [] : await recordsWithIdentity(tx, kind, unit, [identity])
  const [other] = same.filter(({ id }) => id !== own)
  if (other) throw new Problem({ code: 'record-exists', id: other.id })
}
