/** Acts per second with so many clients at once. */
export async function perSecond(
  count: number,
  clients: number,
  act: (index: number) => Promise<unknown>,
): Promise<number> {
  let next = 0
  const began = performance.now()
  await Promise.all(
    Array.from({ length: clients }, async () => {
      while (next < count) {
        const index = next
        next += 1
        await act(index)
      }
    }),
  )
  return (count * 1000) / (performance.now() - began)
}

/** Milliseconds of so many rounds after some to warm up, the shortest first. */
export async function times(rounds: number, work: () => Promise<unknown>): Promise<number[]> {
  for (let warm = 0; warm < Math.min(10, rounds); warm += 1) await work()
  const taken: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    const begun = performance.now()
    await work()
    taken.push(performance.now() - begun)
  }
  return taken.sort((a, b) => a - b)
}

/** The value below which a share `q` of the sorted values lies. */
export const quantile = (sorted: readonly number[], q: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))] ?? Number.NaN

/** Median, 95th percentile and greatest of some times in milliseconds, as they are printed. */
export function spread(times: readonly number[]): string[] {
  const sorted = times.toSorted((a, b) => a - b)
  return [quantile(sorted, 0.5), quantile(sorted, 0.95), sorted.at(-1) ?? Number.NaN].map((time) =>
    time.toFixed(0),
  )
}

/** Prints rows under their headings in columns. */
export function table(headings: readonly string[], rows: readonly (readonly string[])[]): void {
  const widths = headings.map((heading, column) =>
    Math.max(heading.length, ...rows.map((row) => row[column]?.length ?? 0)),
  )
  const line = (cells: readonly string[]) =>
    cells.map((cell, column) => cell.padStart(widths[column] ?? 0)).join('  ')
  console.log([line(headings), ...rows.map(line)].join('\n'))
}
