/** Whether two values are the same, in whatever order their objects name their fields: the database keeps its own. */
export const same = (a: unknown, b: unknown): boolean =>
  JSON.stringify(a, inOneOrder) === JSON.stringify(b, inOneOrder)

const inOneOrder = (_: string, value: unknown): unknown =>
  value !== null && typeof value === 'object' && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)))
    : value
