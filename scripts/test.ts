import { parseArgs } from 'node:util'
import { seconds } from './launch/progress'
import { browserTests, hasBrowserTests } from './suites/browser'
import { counted, tool } from './suites/command'
import { countVitest, PARTS, type Part, type Result, type Suite, total } from './suites/result'

/**
 * `npm test [part…]`: everything, or the parts named. What stands behind `--` goes to the test tool (a file, a pattern).
 * The last line is the sum over all suites; a failure does not keep later suites from running.
 */
const { positionals, tokens } = parseArgs({ allowPositionals: true, tokens: true })
const mark = tokens.find((token) => token.kind === 'option-terminator')?.index ?? Number.POSITIVE_INFINITY
const named = tokens.flatMap((token) =>
  token.kind === 'positional' && token.index < mark ? [token.value] : [],
)
const passedOn = positionals.slice(named.length)
const unknown = named.filter((name) => !PARTS.includes(name as Part))
if (unknown.length > 0) {
  console.error(`Unknown part ${unknown.join(', ')}: there are ${PARTS.join(', ')}.`)
  process.exit(2)
}

const ROOMS = ['app', 'components', 'db', 'lib', 'scripts', 'e2e', 'playwright.config.ts', 'vitest.config.ts']

const suites: Suite[] = [
  check('format and lint', '@biomejs/biome/bin/biome', ['check', '.']),
  check('types', 'typescript/bin/tsc', ['--noEmit']),
  check('import law', 'dependency-cruiser/bin/dependency-cruise.mjs', [
    '--config',
    '.dependency-cruiser.cjs',
    ...ROOMS,
  ]),
  check('nothing unused', 'knip/bin/knip.js', []),
  vitest('unit'),
  vitest('db'),
]
if (hasBrowserTests()) suites.push({ part: 'e2e', name: 'browser', run: () => browserTests(passedOn) })

function check(name: string, path: string, args: string[]): Suite {
  return {
    part: 'static',
    name,
    async run() {
      const ok = (await tool(path, args)) === 0
      return { passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0 }
    },
  }
}

function vitest(project: 'unit' | 'db'): Suite {
  const report = `${project}.json`
  return {
    part: project,
    name: project,
    run: () =>
      counted(report, countVitest, () =>
        tool(
          'vitest/vitest.mjs',
          [
            ...['run', '--project', project, '--passWithNoTests', '--reporter=default', '--reporter=json'],
            ...[`--outputFile.json=.test/${report}`, ...passedOn],
          ],
          { loud: true },
        ),
      ),
  }
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(1))
process.on('disconnect', () => process.exit(1))

const results: [string, Result][] = []
for (const { part, name, run } of suites) {
  if (named.length > 0 && !named.includes(part)) continue
  const began = Date.now()
  console.log(`\n▸ ${name}`)
  const result = await run()
  results.push([name, result])
  console.log(`${result.failed === 0 ? '✓' : '✗'} ${name} ${counts(result)} (${seconds(began)})`)
}

const sum = total(results.map(([, result]) => result))
console.log(
  `\n${results.map(([name, result]) => `${result.failed === 0 ? '✓' : '✗'} ${name}: ${counts(result)}`).join('\n')}`,
)
if (sum.skipped > 0) console.log(`${sum.skipped} skipped`)
// The loop's sums are all that is left to say; open handles of tools must not keep it waiting.
process.stdout.write(`${sum.passed} passed, ${sum.failed} failed\n`, () =>
  process.exit(sum.failed === 0 ? 0 : 1),
)

function counts({ passed, failed }: Result): string {
  return `${passed} passed, ${failed} failed`
}
