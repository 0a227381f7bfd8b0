/** A band between a place on the left and one on the right; pixels from above. */
export interface Band {
  from: string
  to: string
  left: readonly [top: number, bottom: number]
  right: readonly [top: number, bottom: number]
}

export interface Node {
  id: string
  top: number
  bottom: number
}

export interface FlowLayout {
  height: number
  left: readonly Node[]
  right: readonly Node[]
  bands: readonly Band[]
}

/**
 * Places a flow from few to fewer: each side in its order, one scale for both, so that a band is as thick at its end as
 * at its beginning and a place as high as all its bands together. Places without anything are left out.
 * @param weight of the flow between two places, in any unit, never negative
 * @param room pixels shared by all that flows
 * @param gap pixels between two places of the left side; the right side is spread over the same height
 */
export function layFlow(
  from: readonly string[],
  to: readonly string[],
  weight: (from: string, to: string) => number,
  { room, gap }: { room: number; gap: number },
): FlowLayout {
  const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0)
  const sources = from.filter((one) => sum(to.map((other) => weight(one, other))) > 0)
  const targets = to.filter((other) => sum(from.map((one) => weight(one, other))) > 0)
  const whole = sum(sources.flatMap((one) => targets.map((other) => weight(one, other))))
  if (whole === 0) return { height: 0, left: [], right: [], bands: [] }
  const thick = (one: string, other: string) => (weight(one, other) / whole) * room
  const height = room + gap * (sources.length - 1)
  const left = stack(sources, (one) => sum(targets.map((other) => thick(one, other))), gap)
  const rightGap = targets.length > 1 ? (height - room) / (targets.length - 1) : 0
  const right = stack(targets, (other) => sum(sources.map((one) => thick(one, other))), rightGap)
  const filled = new Map(right.map(({ id, top }) => [id, top]))
  const bands = left.flatMap(({ id: one, top }) => {
    let here = top
    return targets.flatMap((other): Band[] => {
      const size = thick(one, other)
      if (size === 0) return []
      const there = filled.get(other) ?? 0
      const band: Band = { from: one, to: other, left: [here, here + size], right: [there, there + size] }
      here += size
      filled.set(other, there + size)
      return [band]
    })
  })
  return { height, left, right, bands }
}

function stack(ids: readonly string[], sizeOf: (id: string) => number, gap: number): Node[] {
  let top = 0
  return ids.map((id) => {
    const node = { id, top, bottom: top + sizeOf(id) }
    top = node.bottom + gap
    return node
  })
}
