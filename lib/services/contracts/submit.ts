import 'server-only'
import { z } from 'zod'
import { attachedNow, kindsMetAgain } from '@/db/queries/attachments'
import type { ContractRow } from '@/db/queries/contracts'
import { lockParties } from '@/db/queries/near-duplicates'
import { check, maySubmit } from '@/lib/domain/contract/check'
import { duplicateFindings, type NearDuplicate } from '@/lib/domain/contract/near-duplicates'
import { Problem } from '@/lib/domain/problems'
import { isRegionLeaf } from '@/lib/domain/regions'
import { shanghaiDate } from '@/lib/domain/time/dates'
import { verb, type Work } from '../verb'
import { hold, record, standing } from './act'
import { dueDay } from './clock'
import { findNear } from './near-duplicates'

const input = z.strictObject({ id: z.uuid(), revision: z.int().optional() })

/**
 * Draft or returned → submitted. Acceptance is the day of this submission; it picks the rule set and starts the
 * clock anew (design §2; Draft 2024 Art. 14).
 * @throws {Problem} check-failed with every finding that stands in the way
 */
export const submit = verb('contract.submit', input, async (work, { id, revision }) => {
  const { tx, actor, at, today } = work
  const [held, files, filesMetAgain] = await Promise.all([
    hold(work, id, 'submit', revision),
    attachedNow(tx, id),
    kindsMetAgain(tx, actor, id),
  ])
  const { contract } = held
  const settings = work.settingsOn(today)
  const { large, disputed } = standing(contract, settings)
  const [near, dueOn] = await Promise.all([
    duplicatesOf(work, contract),
    dueDay(work, today, settings, large || disputed),
  ])
  const { content } = contract
  const findings = [
    ...check(content, {
      today,
      ...(contract.submittedAt && { appliedOn: shanghaiDate(contract.submittedAt) }),
      unit: contract.unit,
      attachments: files.map(({ kind }) => kind),
      filesMetAgain,
      settings,
      isPlace: isRegionLeaf,
    }),
    ...duplicateFindings(near),
  ]
  if (!maySubmit(findings, contract.explanations as Record<string, string>)) {
    throw new Problem({ code: 'check-failed', findings })
  }
  return {
    revision: await record(work, held, {
      action: 'submit',
      change: {
        submittedAt: at,
        acceptedOn: today,
        dueOn,
        ruleSet: settings.ruleSet,
        editedBy: actor.id,
        firstApprover: null,
        warnings: findings.filter(({ severity }) => severity === 'warning').length,
        maybeDuplicate: findings.some(({ rule }) => rule === 'Q13' || rule === 'Q14'),
      },
      details: {
        findings: findings.map(({ rule, severity, path }) => ({ rule, severity, path })),
        explanations: contract.explanations,
        // What the decision will rest on: the ledger covers the files by their fingerprints.
        attachments: files,
      },
    }),
    dueOn,
  }
})

/** Duplicates at the moment of submission: a twin that another office is just submitting is waited for. */
async function duplicatesOf({ tx, actor, today }: Work, contract: ContractRow): Promise<NearDuplicate[]> {
  const { seller, buyer } = contract.content
  // One round trip: the database looks for them once it has the lock.
  const [, near] = await Promise.all([
    lockParties(tx, seller?.code ?? seller?.name ?? '', buyer?.code ?? buyer?.name ?? ''),
    findNear(tx, actor, contract, today),
  ])
  return near
}
