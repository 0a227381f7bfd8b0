/** Findings by where they stand. */
export interface StatusCounts {
  open: number
  answered: number
  returned: number
  settled: number
}

/** How far findings have come; `replied` were answered or decided, `settled` are done. */
export interface Progress {
  findings: number
  toAnswer: number
  toJudge: number
  replied: number
  settled: number
}

/** The progress of one unit, or of several together. */
export function progressOf(rows: readonly StatusCounts[]): Progress {
  const sum = (of: (row: StatusCounts) => number) => rows.reduce((all, row) => all + of(row), 0)
  const toAnswer = sum(({ open, returned }) => open + returned)
  const toJudge = sum(({ answered }) => answered)
  const settled = sum((row) => row.settled)
  return { findings: toAnswer + toJudge + settled, toAnswer, toJudge, replied: toJudge + settled, settled }
}
