import 'server-only'
import { v7 as newId } from 'uuid'
import type { Tx } from '@/db/client'
import { takeCount } from '@/db/ledger'
import { holdList, holdToPrint, insertPapers, readListRowsOf } from '@/db/queries/certificates'
import { readUnits } from '@/db/queries/reference'
import { recordTrail } from '@/db/trail'
import { inTransaction } from '@/db/transaction'
import type { Actor } from '@/lib/domain/access/actor'
import { may } from '@/lib/domain/access/permissions'
import { listNumber } from '@/lib/domain/certificate/code'
import { bounds, type ListFacts, listFacts } from '@/lib/domain/certificate/facts'
import { listPaper, type PaperLanguage } from '@/lib/domain/certificate/paper'
import { filterWords } from '@/lib/domain/contract/filter-words'
import type { ListQuery } from '@/lib/domain/contract/list-query'
import { Problem } from '@/lib/domain/problems'
import { shanghaiDate } from '@/lib/domain/time/dates'
import type { FileAnswer } from '../api/answer'
import { checkCode, digestOf, hashOf } from './check-code'
import { pdfOf } from './pdf/pdf'
import { chosen, origin } from './print'

/**
 * A list of the registered contracts that a list's address shows, with what they add up to and a code of its own. The same
 * list on the same day is the same paper.
 * @throws {Problem} forbidden; nothing-in-scope; too-many-chosen
 */
export async function printList(
  actor: Actor,
  { query, language }: { query: ListQuery; language: PaperLanguage },
): Promise<FileAnswer> {
  if (!may(actor.role, 'certificate.print')) throw new Problem({ code: 'forbidden' })
  const { facts, number, code } = await inTransaction(actor, async (tx, at) => {
    const ids = await chosen(tx, actor, query, bounds.rows)
    const held = await holdToPrint(tx, actor, ids)
    if (held.some(({ status }) => status !== 'registered'))
      throw new Problem({ code: 'conflict', by: null, at: null })
    const today = shanghaiDate(at)
    const raw = {
      madeOn: today,
      ...(await headOf(tx, actor, query, today)),
      rows: await readListRowsOf(tx, ids),
    }
    const made = await keep(tx, actor, ids, raw)
    await recordTrail(tx, actor, {
      action: 'certificate.list',
      subjectKind: 'certificate',
      subject: made.number,
      details: { number: made.number, count: ids.length, language },
    })
    return made
  })
  const paper = listPaper(facts, { number, code, origin: origin() }, language)
  return { bytes: await pdfOf([paper]), type: 'application/pdf', name: `${paper.title}-${number}.pdf` }
}

/** Who makes it, and what was asked of the list. */
async function headOf(
  tx: Tx,
  actor: Actor,
  { words, filters }: ListQuery,
  today: string,
): Promise<Pick<ListFacts, 'unit' | 'scope'>> {
  const versions = await readUnits(tx, today)
  const names = new Map([...versions].map(([code, { nameZh: zh, nameEn: en }]) => [code, { zh, en }]))
  const searched = words.join(' ')
  return {
    unit: actor.unit === null ? null : (names.get(actor.unit) ?? { zh: actor.unit, en: actor.unit }),
    scope: [
      ...(searched ? [{ label: { zh: '搜索', en: 'Search' }, value: { zh: searched, en: searched } }] : []),
      ...filters.map((filter) => filterWords(filter, names)),
    ],
  }
}

async function keep(
  tx: Tx,
  actor: Actor,
  contracts: string[],
  raw: unknown,
): Promise<{ facts: ListFacts; number: string; code: string }> {
  const facts = listFacts.parse(raw)
  const hash = hashOf(raw)
  const known = await holdList(tx, hash, actor.unit)
  const year = Number(facts.madeOn.slice(0, 4))
  const number = known?.number ?? listNumber(year, await takeCount(tx, 'certificate-list', year))
  const code = checkCode({ number, version: 1, hash })
  if (!known) {
    await insertPapers(tx, [
      {
        id: newId(),
        kind: 'list',
        number,
        version: 1,
        facts: raw,
        hash,
        digest: digestOf(number, code),
        contracts,
        unit: actor.unit,
        issuedBy: actor.id,
      },
    ])
  }
  return { facts, number, code }
}
