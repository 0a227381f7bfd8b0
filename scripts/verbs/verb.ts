import type { Actor } from '@/lib/domain/access/actor'
import type { Settings } from '@/lib/env'

/** An option of the command line. `value` names what is typed after it in the help; without it the option is a switch. */
export type Option = { name: string; value?: string; required?: boolean; help: string }

/** What was typed, by option name. */
export type Given = Record<string, string | undefined>

/** The register a verb was joined to: its settings, and the address of the embedded database's superuser, if it is embedded. */
export type JoinedTo = { settings: Settings; superuserUrl: string | null }

interface Described {
  /** As typed: "user add". */
  name: string
  help: string
  options: Option[]
  /** What is typed without a name before it, such as a file; given under its name. */
  operand?: { name: string; value: string; help: string }
}

/** Done within the register as the named account. Returns the last line: what happened. */
export interface RegisterVerb extends Described {
  run(actor: Actor, given: Given, register: JoinedTo): Promise<string>
}

/** Done where there is no register yet, and so no account. Returns the last line. */
export interface HouseVerb extends Described {
  build(settings: Settings, given: Given): Promise<string>
}

/** A verb of the operator's command line. */
export type TerminalVerb = RegisterVerb | HouseVerb

/** The account a verb acts as is asked of every verb within the register alike. */
export const AS: Option = { name: 'as', value: 'USER', help: 'account that acts (default: admin) 操作账号' }

/** The page `--help` shows for one verb. */
export function helpOf(verb: TerminalVerb): string {
  const options = 'run' in verb ? [...verb.options, AS] : verb.options
  const typed = (option: Option) => `--${option.name}${option.value ? ` ${option.value}` : ''}`
  const width =
    Math.max(...options.map((option) => typed(option).length), verb.operand?.value.length ?? 0) + 2
  const usage = options.map((option) => (option.required ? typed(option) : `[${typed(option)}]`)).join(' ')
  return [
    `npm run jishi -- ${[verb.name, verb.operand?.value, usage].filter(Boolean).join(' ')}`,
    '',
    verb.help,
    '',
    ...(verb.operand ? [`  ${verb.operand.value.padEnd(width)}${verb.operand.help}`] : []),
    ...options.map((option) => `  ${typed(option).padEnd(width)}${option.help}`),
  ].join('\n')
}

/** The page shown without a verb. */
export function helpOfAll(verbs: TerminalVerb[]): string {
  const width = Math.max(...verbs.map((verb) => verb.name.length)) + 2
  return [
    'npm run jishi -- VERB [options]    (VERB --help explains one)',
    '',
    ...verbs.map((verb) => `  ${verb.name.padEnd(width)}${verb.help}`),
  ].join('\n')
}

/** The verb whose words the arguments begin with, and what is left of them. */
export function chosen(
  verbs: TerminalVerb[],
  args: string[],
): { verb: TerminalVerb; rest: string[] } | undefined {
  for (const verb of verbs) {
    const words = verb.name.split(' ')
    if (words.every((word, index) => args[index] === word)) return { verb, rest: args.slice(words.length) }
  }
  return undefined
}
