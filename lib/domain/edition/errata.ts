import type { Chapter } from '../report/model'
import type { Said, Span } from '../report/spans'
import { type Cause, causeNames, causes } from '../statistics/bridge'
import type { Facts } from '../statistics/facts'
import type { Words } from '../words'
import type { Change } from './changes'
import type { About } from './lines'

/** An act posted between two editions: what it took out of the figures and put in. */
export interface Act {
  cause: Cause
  contract: ContractNamed
  lines: readonly (Omit<Facts, 'year'> & { sign: number })[]
}

export interface ContractNamed {
  id: string
  number: string
  name: string
  unit: string
}

/** Why a place says something else: acts of a kind, or words alone. */
export interface Reason {
  cause: Cause | 'words'
  contracts: readonly ContractNamed[]
}

export interface Erratum extends Change {
  reasons: readonly Reason[]
}

/**
 * Each change with its cause: the acts that moved a sum of the members it speaks of; where none did, as with a share whose
 * whole moved, all acts; where there was no act at all, the words were changed.
 */
export const errataOf = (changes: readonly Change[], acts: readonly Act[]): Erratum[] =>
  changes.map((one) => {
    const own = acts.filter((act) => one.about.some((about) => moved(act, about)))
    return { ...one, reasons: reasonsOf(one, own.length > 0 ? own : acts) }
  })

function reasonsOf({ about }: Change, acts: readonly Act[]): Reason[] {
  // A paragraph that speaks of no figure was written otherwise, whatever was posted.
  if (acts.length === 0 || about.length === 0) return [{ cause: 'words', contracts: [] }]
  return causeNames.flatMap((cause): Reason[] => {
    const contracts = acts.filter((act) => act.cause === cause).map(({ contract }) => contract)
    if (contracts.length === 0) return []
    return [{ cause, contracts: [...new Map(contracts.map((one) => [one.id, one])).values()] }]
  })
}

/** Whether an act left another sum under the members than it found. */
function moved({ lines }: Act, { split, members }: About): boolean {
  const within = lines.filter((line) => {
    if (split === 'all' || split === 'direction' || members.length === 0) return true
    return members.includes(line[split])
  })
  const net = (value: (line: Act['lines'][number]) => bigint) =>
    within.reduce((sum, line) => sum + BigInt(line.sign) * value(line), 0n)
  return net(() => 1n) !== 0n || net(({ turnover }) => turnover) !== 0n || net((one) => one.technology) !== 0n
}

export const reasonWords = (cause: Reason['cause']): Words =>
  cause === 'words' ? { zh: '文字修订', en: 'Words revised' } : causes[cause]

/** 勘误表, as the last chapter of a revised edition: old and new keep their bound numbers. */
export function errataChapter(errata: readonly Erratum[], previous: number): Chapter {
  const places: Words = {
    zh: `附：勘误表（与第 ${previous} 版相比）`,
    en: `Annex: errata (against edition ${previous})`,
  }
  return {
    id: 'errata',
    heading: null,
    blocks: [
      { kind: 'heading', id: 'errata-heading', words: places },
      ...errata.map((one, index) => ({
        kind: 'note' as const,
        id: `erratum-${index + 1}`,
        said: saidOf(one),
      })),
    ],
  }
}

function saidOf({ where, old, new: now, reasons }: Erratum): Said {
  const quoted = (said: Said, side: keyof Said): Span[] =>
    side === 'zh' ? [text('“'), ...said.zh, text('”')] : [text('“'), ...said.en, text('”')]
  const told = (side: keyof Said, [open, was, is, added, gone]: readonly string[]): Span[] => [
    text(`${where[side]}${open}`),
    ...(old ? [text(was ?? ''), ...quoted(old, side)] : []),
    ...(now ? [text((old ? is : added) ?? ''), ...quoted(now, side)] : [text(gone ?? '')]),
    text(reasonsText(reasons, side)),
  ]
  return {
    zh: told('zh', ['：', '原为', '，现为', '增加', '，现删去']),
    en: told('en', [': ', 'was ', ', is ', 'added: ', ', now left out']),
  }
}

const text = (words: string): Span => ({ kind: 'text', text: words })

function reasonsText(reasons: readonly Reason[], side: keyof Said): string {
  const each = reasons.map(({ cause, contracts }) => {
    const named = reasonWords(cause)[side]
    if (contracts.length === 0) return named
    return side === 'zh' ? `${named} ${contracts.length} 项` : `${named}: ${contracts.length}`
  })
  return side === 'zh' ? `（${each.join('；')}）。` : ` (${each.join('; ')}).`
}
