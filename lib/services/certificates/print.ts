import 'server-only'
import { z } from 'zod'
import { readListRows } from '@/db/queries/contract-list'
import { recordTrail } from '@/db/trail'
import { inTransaction, planEachTime } from '@/db/transaction'
import type { Actor } from '@/lib/domain/access/actor'
import { may } from '@/lib/domain/access/permissions'
import { bounds } from '@/lib/domain/certificate/facts'
import { certificatePaper, type PaperLanguage } from '@/lib/domain/certificate/paper'
import type { ListQuery } from '@/lib/domain/contract/list-query'
import { Problem } from '@/lib/domain/problems'
import { settings } from '@/lib/env'
import { locales } from '@/lib/i18n/locale'
import type { FileAnswer } from '../api/answer'
import { verb } from '../verb'
import { issue } from './issue'
import { pdfOf } from './pdf/pdf'

export const languageSchema = z.enum(locales).default('zh-CN')
const input = z.strictObject({ id: z.uuid(), language: languageSchema })

/** Where the public reaches this register, as papers print it. */
export const origin = (): string => settings().PUBLIC_URL ?? `http://localhost:${settings().PORT}`

const issueOne = verb('certificate.print', input, async ({ tx, actor }, { id, language }) => {
  const [issued] = await issue(tx, actor, [id])
  if (!issued) throw new Problem({ code: 'not-found' })
  const { number, version } = issued.facts
  await recordTrail(tx, actor, {
    action: 'certificate.print',
    subjectKind: 'certificate',
    subject: number,
    details: { number, version, language },
  })
  return { ...issued, language }
})

/**
 * The certificate of a registered contract in its version of now; the same version makes the same bytes.
 * @throws {Problem} forbidden; not-found; no-paper where the contract is not on the register
 */
export async function printCertificate(actor: Actor, asked: unknown): Promise<FileAnswer> {
  const { facts, code, language } = await issueOne(actor, asked)
  const paper = certificatePaper(facts, { number: facts.number, code, origin: origin() }, language)
  return {
    bytes: await pdfOf([paper]),
    type: 'application/pdf',
    name: `${paper.title}-${facts.number}-${facts.version}.pdf`,
  }
}

/** So many registered contracts of a list's address, in its order. @throws {Problem} nothing-in-scope; too-many-chosen */
export async function chosen(
  tx: Parameters<typeof readListRows>[0],
  actor: Actor,
  query: ListQuery,
  most: number,
): Promise<string[]> {
  await planEachTime(tx)
  const found = await readListRows(tx, actor, { ...query, tab: 'registered', cursor: null }, most + 1)
  if (found.length === 0) throw new Problem({ code: 'nothing-in-scope' })
  if (found.length > most) throw new Problem({ code: 'too-many-chosen', most })
  return found.map(({ row }) => row.id)
}

/**
 * The certificates of all registered contracts of a list, as one file.
 * @throws {Problem} forbidden; nothing-in-scope; too-many-chosen
 */
export async function printCertificates(
  actor: Actor,
  { query, language }: { query: ListQuery; language: PaperLanguage },
): Promise<FileAnswer> {
  if (!may(actor.role, 'certificate.print')) throw new Problem({ code: 'forbidden' })
  const issued = await inTransaction(actor, async (tx) => {
    const all = await issue(tx, actor, await chosen(tx, actor, query, bounds.papers))
    await recordTrail(tx, actor, {
      action: 'certificate.print',
      subjectKind: 'certificate',
      subject: null,
      details: { count: all.length, numbers: all.map(({ facts }) => facts.number), language },
    })
    return all
  })
  const papers = issued.map(({ facts, code }) =>
    certificatePaper(facts, { number: facts.number, code, origin: origin() }, language),
  )
  const [first] = papers
  return {
    bytes: await pdfOf(papers),
    type: 'application/pdf',
    name: `${first?.title ?? ''}-${papers.length}.pdf`,
  }
}
