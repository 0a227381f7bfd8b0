/** Size bands of Table 3, lower bound inclusive (design §2); bounds in 万元. */
const bounds = [0, 1, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10000] as const

export const bands = bounds.map((from, index) => ({
  code: String(index + 1).padStart(2, '0'),
  from,
  to: bounds[index + 1],
}))

const wan = 1_000_000n

/** Code of the band an amount in fen lies in. */
export function bandOf(fen: bigint): string {
  const band = bands.findLast(({ from }) => fen >= BigInt(from) * wan)
  if (!band) throw new RangeError(`No band for ${fen} fen`)
  return band.code
}
