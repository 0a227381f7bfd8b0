import type { Finding } from './finding'
import type { Ruled } from './judgement'

/** What is shown: one finding for each place, its reasons together, errors before remarks within it. */
export function findingsOf(judgements: readonly Ruled[]): Finding[] {
  const places = new Map<string, Ruled[]>()
  for (const one of judgements) {
    if (one.holds) continue
    const { block, start, end } = one.claim
    const key = `${block}:${start}:${end}`
    const group = places.get(key)
    if (group) group.push(one)
    else places.set(key, [one])
  }
  return [...places.values()].map(merged).sort((a, b) => a.block - b.block || a.start - b.start)
}

function merged(group: readonly Ruled[]): Finding {
  const errors = group.filter(({ severity }) => severity === 'error')
  const shown = errors.length > 0 ? errors : group
  const [first] = [...shown].sort((a, b) => b.sureness - a.sureness) as [Ruled, ...Ruled[]]
  const { block, start, end, printed, cell } = first.claim
  const reasons = [...new Map([first, ...shown].map((one) => [one.why.zh, one.why])).values()].slice(0, 4)
  return {
    block,
    start,
    end,
    printed,
    ...(cell ? { cell } : {}),
    expected: first.expected ?? shown.find(({ expected }) => expected !== null)?.expected ?? null,
    why: { zh: reasons.map(({ zh }) => zh).join('；'), en: reasons.map(({ en }) => en).join('; ') },
    severity: first.severity,
    sureness: 1 - shown.reduce((left, { sureness }) => left * (1 - sureness), 1),
    rule: first.rule,
  }
}
