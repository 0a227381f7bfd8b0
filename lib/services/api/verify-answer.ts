import 'server-only'
import { z } from 'zod'
import { certificateFacts, listFacts } from '@/lib/domain/certificate/facts'
import {
  changedItems,
  sinceSchema,
  standingNames,
  standingOf,
  type Verified,
} from '@/lib/domain/certificate/standing'

const since = z.object({
  ...sinceSchema.pick({ number: true, version: true, acts: true }).shape,
  standing: z.enum(standingNames),
  changed: z.array(z.string()).describe('Lines of the paper that the version in force states otherwise'),
})

/** The answer of `GET /verify/{number}?code=`. */
export const verifyAnswer = z.object({
  kind: z.enum(['contract', 'list']),
  number: z.string(),
  version: z.int().describe('Of the paper'),
  standing: z.enum(standingNames),
  checkedAt: z.iso.datetime(),
  certificate: certificateFacts.nullable().describe('What a certificate states; amounts in yuan'),
  list: listFacts.nullable().describe('What a list states'),
  since: z.array(since).describe('What has happened to each contract since, in the order of the paper'),
})

export function toVerifyAnswer(verified: Verified): z.infer<typeof verifyAnswer> {
  const { kind, number, version, standing, checkedAt } = verified
  const [all, versions] =
    verified.kind === 'list'
      ? [verified.since, verified.facts.rows.map((row) => row.version)]
      : [[verified.since], [version]]
  return {
    kind,
    number,
    version,
    standing,
    checkedAt: checkedAt.toISOString(),
    certificate: verified.kind === 'contract' ? verified.facts : null,
    list: verified.kind === 'list' ? verified.facts : null,
    since: all.map((one, at) => ({
      number: one.number,
      version: one.version,
      standing: standingOf(one, versions[at] ?? 1),
      acts: one.acts,
      changed: changedItems(one),
    })),
  }
}
