import { parseArgs } from 'node:util'
import { LaunchFailure } from '@/db/embedded/failure'
import { Problem } from '@/lib/domain/problems'
import { report, terminalSettings } from './launch/environment'
import { joinRegister } from './launch/join'
import { chosen, type Given, helpOf, helpOfAll, type TerminalVerb } from './verbs/verb'

/**
 * `npm run jishi -- VERB`: the operator's command line. Exit status 0 done, 1 refused or failed, 2 typed wrongly;
 * the last line says what happened.
 */
async function main(args: string[]): Promise<number> {
  const { verbs } = await import('./verbs')
  const found = chosen(verbs, args)
  if (!found) {
    const asked = args[0] === '--help' || args[0] === '-h'
    console.log(helpOfAll(verbs))
    if (!asked) console.error(args.length > 0 ? `\nUnknown verb: ${args.join(' ')}. 没有这个命令。` : '')
    return asked ? 0 : 2
  }
  if (found.rest.includes('--help') || found.rest.includes('-h')) {
    console.log(helpOf(found.verb))
    return 0
  }
  const given = read(found.verb, found.rest)
  if (typeof given === 'string') {
    console.error(`${helpOf(found.verb)}\n\n${given}`)
    return 2
  }
  const settings = terminalSettings()
  process.once('SIGINT', () => process.exit(130))
  if ('build' in found.verb) {
    console.log(await found.verb.build(settings, given))
    return 0
  }
  const register = await joinRegister(settings, `jishi ${found.verb.name}`)
  try {
    const actor = await register.actor(given.as ?? 'admin')
    console.log(await found.verb.run(actor, given, { settings, superuserUrl: register.superuserUrl }))
    return 0
  } finally {
    await register.leave()
  }
}

/** The options typed, or the sentence about what is wrong with them. */
function read(verb: TerminalVerb, rest: string[]): Given | string {
  const { options, operand } = verb
  const shape = Object.fromEntries(
    [...options.map(({ name }) => name), ...('run' in verb ? ['as'] : [])].map((name) => [
      name,
      { type: 'string' as const },
    ]),
  )
  try {
    const { values, positionals } = parseArgs({
      args: rest,
      options: shape,
      allowPositionals: operand !== undefined,
    })
    if (operand && positionals.length !== 1) return `Missing: ${operand.value}. 缺少 ${operand.value}。`
    const missing = options
      .filter(({ name, required }) => required && !values[name])
      .map(({ name }) => `--${name}`)
    return missing.length > 0
      ? `Missing: ${missing.join(', ')}. 缺少必填选项。`
      : { ...(values as Given), ...(operand && { [operand.name]: positionals[0] }) }
  } catch (error) {
    return (error as Error).message
  }
}

main(process.argv.slice(2)).then(
  (code) => process.exit(code),
  (error) => {
    if (error instanceof Problem) {
      const issues =
        'issues' in error.detail ? error.detail.issues.map(({ path, message }) => `${path}: ${message}`) : []
      report(new LaunchFailure(['Refused 未执行:', error.detail.code, ...issues].join(' ')))
    } else report(error)
    process.exit(1)
  },
)
