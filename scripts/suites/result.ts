/** What a suite found. A static check counts as one test. */
export type Result = { passed: number; failed: number; skipped: number }

/** A part of `npm test`: the word that selects it on the command line, and what it does. */
export type Suite = { part: Part; name: string; run(): Promise<Result> }

export const PARTS = ['static', 'unit', 'db', 'e2e'] as const
export type Part = (typeof PARTS)[number]

/** Counts in a report of vitest's json reporter. A file that does not even load counts as one failure. */
export function countVitest(report: unknown): Result {
  const { numPassedTests, numPendingTests, numTodoTests, testResults } = report as {
    numPassedTests: number
    numPendingTests: number
    numTodoTests: number
    testResults: { status: string; assertionResults: { status: string }[] }[]
  }
  const failed = testResults.map((file) => {
    const tests = file.assertionResults.filter((test) => test.status === 'failed').length
    return file.status === 'failed' ? Math.max(tests, 1) : tests
  })
  return {
    passed: numPassedTests,
    failed: failed.reduce((sum, count) => sum + count, 0),
    skipped: numPendingTests + numTodoTests,
  }
}

/** Counts in a report of Playwright's json reporter. A test that passed at a second try passed; faults outside tests fail. */
export function countPlaywright(report: unknown): Result {
  const { stats, errors } = report as {
    stats: { expected: number; unexpected: number; flaky: number; skipped: number }
    errors: unknown[]
  }
  return {
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected + (stats.unexpected === 0 ? errors.length : 0),
    skipped: stats.skipped,
  }
}

/** All suites together. */
export function total(results: Result[]): Result {
  return results.reduce(
    (sum, each) => ({
      passed: sum.passed + each.passed,
      failed: sum.failed + each.failed,
      skipped: sum.skipped + each.skipped,
    }),
    { passed: 0, failed: 0, skipped: 0 },
  )
}
