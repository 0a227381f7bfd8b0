import { expect, test } from 'vitest'
import { countPlaywright, countVitest, total } from './result'

const vitest = (testResults: object[], numPassedTests = 0) => ({
  numPassedTests,
  numPendingTests: 1,
  numTodoTests: 0,
  testResults,
})

test('a test file that cannot be loaded is a failure though none of its tests ran', () => {
  expect(countVitest(vitest([{ status: 'failed', assertionResults: [] }], 3))).toEqual({
    passed: 3,
    failed: 1,
    skipped: 1,
  })
})

test('failures are counted by test, not by file', () => {
  const failing = {
    status: 'failed',
    assertionResults: [{ status: 'failed' }, { status: 'failed' }, { status: 'passed' }],
  }
  expect(countVitest(vitest([failing], 1)).failed).toBe(2)
})

test('a browser run that broke before its tests is a failure', () => {
  const stats = { expected: 0, unexpected: 0, flaky: 0, skipped: 0 }
  expect(countPlaywright({ stats, errors: [{ message: 'no browser' }] }).failed).toBe(1)
  expect(countPlaywright({ stats: { ...stats, expected: 4, flaky: 1 }, errors: [] }).passed).toBe(5)
})

test('suites add up', () => {
  const one = { passed: 1, failed: 2, skipped: 3 }
  expect(total([one, one])).toEqual({ passed: 2, failed: 4, skipped: 6 })
  expect(total([])).toEqual({ passed: 0, failed: 0, skipped: 0 })
})
