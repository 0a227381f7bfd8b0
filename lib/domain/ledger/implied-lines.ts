import { dimensionNames } from '../statistics/dimensions'
import type { Facts } from '../statistics/facts'

/** A posted line as the books hold it. */
export type Line = Omit<Facts, 'area'> & {
  area: string
  id: number
  event: number
  /** +1 in, -1 back out. */
  sign: number
  registeredOn: string
}

/** An event that may have moved the books, with what the contract counts as after it on a day of registration. */
export interface PostingEvent {
  id: number
  action: string
  statusAfter: string
  factsOn(day: string): Facts
}

export interface LineFault {
  /** The line at fault; null where one is missing. */
  line: Line | null
  event: number
  what: string
}

export const factNames = [
  'year',
  'unit',
  ...dimensionNames,
  'turnover',
  'technology',
] as const satisfies readonly (keyof Facts)[]

/** The facts a line differs in. */
export const differingFacts = (facts: Omit<Facts, 'area'> & { area: string }, line: Line) =>
  factNames.filter((name) => facts[name] !== line[name])

/** What an act does to the books: the line in force back out, a new one in. Other acts post nothing. */
function moves(action: string, statusAfter: string): { out: boolean; in: boolean } {
  switch (action) {
    case 'approve':
    case 'import':
      return { out: false, in: statusAfter === 'registered' }
    case 'correct':
    case 'change':
      return { out: true, in: true }
    case 'cancel':
    // An import taken back; a draft has no line to take out.
    case 'discard':
    case 'revoke':
      return { out: true, in: false }
    default:
      return { out: false, in: false }
  }
}

/**
 * Walks a contract's events in their order and compares the lines under each with what the event implies (design §1.4).
 * A correction that changes no fact may leave the line in force alone.
 * @param registeredOn the day of registration, for the first line in
 * @returns the line in force at the end, and the faults
 */
export function walkLines(
  events: readonly PostingEvent[],
  lines: readonly Line[],
  registeredOn: string,
): { inForce: Line | null; faults: LineFault[] } {
  const faults: LineFault[] = []
  const left = new Set(lines)
  let inForce: Line | null = null
  for (const event of events) {
    const implied = moves(event.action, event.statusAfter)
    const under = lines.filter((line) => line.event === event.id)
    const day: string = inForce?.registeredOn ?? registeredOn
    const facts = implied.in ? event.factsOn(day) : null
    const unmoved = under.length === 0 && inForce && facts && differingFacts(facts, inForce).length === 0
    if (unmoved) continue
    if (implied.out && inForce) {
      const out = take(under, -1)
      if (!out) faults.push({ line: null, event: event.id, what: 'line not taken out' })
      else {
        const wrong: string[] = differingFacts(inForce, out)
        if (out.registeredOn !== inForce.registeredOn) wrong.push('registered_on')
        if (wrong.length > 0) faults.push({ line: out, event: event.id, what: wrong.join(' ') })
        inForce = null
      }
    }
    if (facts) {
      const line = take(under, 1)
      if (!line) faults.push({ line: null, event: event.id, what: 'not posted' })
      else {
        const wrong: string[] = differingFacts(facts, line)
        if (line.registeredOn !== day) wrong.push('registered_on')
        if (wrong.length > 0) faults.push({ line, event: event.id, what: wrong.join(' ') })
        inForce = line
      }
    }
  }
  for (const line of left) faults.push({ line, event: line.event, what: 'no event implies it' })
  return { inForce, faults }

  function take(under: readonly Line[], sign: 1 | -1): Line | undefined {
    const line = under.find((one) => one.sign === sign && left.has(one))
    if (line) left.delete(line)
    return line
  }
}
