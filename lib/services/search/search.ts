import 'server-only'
import { z } from 'zod'
import type { Tx } from '@/db/client'
import { searchOrganisations } from '@/db/queries/organisations'
import { readUnits } from '@/db/queries/reference'
import {
  contractNumbered,
  contractsEndingIn,
  contractsHolding,
  contractsSpelled,
  type FoundContract,
  organisationsSpelled,
} from '@/db/queries/search'
import { inSnapshot, planEachTime } from '@/db/transaction'
import type { Actor } from '@/lib/domain/access/actor'
import { may } from '@/lib/domain/access/permissions'
import { statuses } from '@/lib/domain/contract/lifecycle'
import { Problem } from '@/lib/domain/problems'
import type { Found, Hit, HitKind } from '@/lib/domain/search/hit'
import { type Marked, marksOf, wordsOf } from '@/lib/domain/search/marks'
import { findSpelled, spellingsSought, typedSpelling } from '@/lib/domain/search/spelling'
import { shanghaiDate } from '@/lib/domain/time/dates'
import { say, type Words } from '@/lib/domain/words'
import { routes } from '@/lib/routes'
import { entriesOf } from './entries'
import { namedUnits, namedYears } from './named'
import { spell } from './spell'

/** A group is a handful: whoever wants more opens the list. */
const handful = 6

export const typedSchema = z
  .string()
  .max(100, 'too-long')
  .refine((text) => !/[\0\p{Surrogate}]/u.test(text), 'text')

interface Asked {
  tx: Tx
  actor: Actor
  words: string[]
  /** The same as a spelling in pinyin; null where it can't be one. */
  spelled: string | null
  units: ReadonlyMap<string, Words>
  locale: string
}

/**
 * What the search box finds: in groups of a handful, each within the actor's reach and by its own permission.
 * @throws {Problem} invalid-input for a text that is too long or can't be one
 */
export async function search(actor: Actor, typed: string, locale: string): Promise<Found> {
  const text = typedSchema.safeParse(typed)
  if (!text.success) {
    throw new Problem({
      code: 'invalid-input',
      issues: [{ path: 'q', message: text.error.issues[0]?.message ?? '' }],
    })
  }
  const words = wordsOf(text.data)
  if (words.length === 0) return { groups: [], exact: null }
  return inSnapshot(actor, async (tx, at) => {
    await planEachTime(tx)
    const today = shanghaiDate(at)
    const units = new Map(
      [...(await readUnits(tx, today))].map(([code, { nameZh, nameEn }]) => [
        code,
        { zh: nameZh, en: nameEn },
      ]),
    )
    const asked: Asked = { tx, actor, words, spelled: typedSpelling(text.data), units, locale }
    const contracts = may(actor.role, 'contract.read') ? await findContracts(asked) : null
    const groups: { kind: HitKind; hits: Hit[] }[] = [
      { kind: 'contract', hits: contracts?.hits ?? [] },
      {
        kind: 'organisation',
        hits: may(actor.role, 'organisation.read') ? await findOrganisations(asked) : [],
      },
      ...entriesOf(actor, text.data, { units, year: Number(today.slice(0, 4)), locale }),
    ]
    return { groups: groups.filter(({ hits }) => hits.length > 0), exact: contracts?.exact ?? null }
  })
}

/** By whole number, the end of a number, words, and parties by their spelling; each contract once, the surest first. */
async function findContracts(asked: Asked): Promise<{ hits: Hit[]; exact: string | null }> {
  const { tx, actor, words, spelled } = asked
  const [word = ''] = words
  const alone = words.length === 1
  const number = word.toUpperCase()
  const exact =
    alone && /^(\d{16}|[A-Z]\d\d-\d{4}-\d{1,9})$/.test(number)
      ? await contractNumbered(tx, actor, number)
      : null
  if (exact) return { hits: [contractHit(asked, exact)], exact: routes.contract(exact.id) }

  const found = new Map<string, FoundContract>()
  const add = (more: readonly FoundContract[]) => {
    for (const one of more) if (!found.has(one.id) && found.size < handful) found.set(one.id, one)
  }
  if (alone && /^\d{4,15}$/.test(word)) add(await contractsEndingIn(tx, actor, word, handful))
  if (found.size < handful) add(await byWords(asked))
  if (spelled && found.size < handful)
    add(await contractsSpelled(tx, actor, spellingsSought(spelled), handful))
  return { hits: [...found.values()].map((one) => contractHit(asked, one)), exact: null }
}

/** Beside other words a unit and a year narrow; where that leaves nothing, all are words again. */
async function byWords({ tx, actor, words, units }: Asked): Promise<FoundContract[]> {
  const named = words.map((word) => ({ word, units: namedUnits(word, units), years: namedYears(word) }))
  const rest = named.filter((one) => one.units.length === 0 && one.years.length === 0)
  if (words.length > 1 && rest.length < words.length) {
    const narrowed = await contractsHolding(
      tx,
      actor,
      {
        words: rest.map(({ word }) => word),
        units: named.flatMap((one) => one.units),
        years: named.flatMap((one) => one.years),
      },
      handful,
    )
    if (narrowed.length > 0) return narrowed
  }
  return contractsHolding(tx, actor, { words, units: [], years: [] }, handful)
}

function contractHit(asked: Asked, contract: FoundContract): Hit {
  const { units, locale } = asked
  const parties = [contract.seller, contract.buyer].filter(Boolean).join(' → ')
  const unit = units.get(contract.unit)
  const detail = [
    contract.number ?? contract.localNumber,
    parties,
    unit ? say(unit, locale) : contract.unit,
    say(statuses[contract.status], locale),
  ]
  return {
    id: contract.id,
    href: routes.contract(contract.id),
    title: marked(asked, contract.name || contract.localNumber),
    detail: marked(asked, detail.filter(Boolean).join(' · '), parties),
  }
}

async function findOrganisations(asked: Asked): Promise<Hit[]> {
  const { tx, words, spelled } = asked
  const found = await searchOrganisations(tx, words.join(' '), handful)
  const more =
    spelled && found.length < handful ? await organisationsSpelled(tx, spellingsSought(spelled), handful) : []
  const all = new Map([...found, ...more].map((one) => [one.id, one]))
  return [...all.values()].slice(0, handful).map(({ id, details }) => ({
    id,
    href: routes.organisation(id),
    title: marked(asked, details.name ?? '', details.name ?? ''),
    detail: null,
  }))
}

/** The text with what answers: the words, or within `spoken`, a part of it, what the spelling stands for. */
function marked({ words, spelled }: Asked, text: string, spoken = ''): Marked {
  const marks = marksOf(text, words)
  const from = spoken ? text.indexOf(spoken) : -1
  const at = marks.length === 0 && spelled && from >= 0 ? findSpelled(spell(spoken), spelled) : null
  return { text, marks: at ? [[at[0] + from, at[1] + from]] : marks }
}
