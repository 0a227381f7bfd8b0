import type { Actor } from '@/lib/domain/access/actor'

/** An option of the command line. `value` names what is typed after it in the help; without it the option is a switch. */
export type Option = { name: string; value?: string; required?: boolean; help: string }

/** What was typed, by option name. */
export type Given = Record<string, string | undefined>

/** A verb of the operator's command line. `run` does it as the named account and returns the last line: what happened. */
export type TerminalVerb = {
  /** As typed: "user add". */
  name: string
  help: string
  options: Option[]
  /** What is typed without a name before it, such as a file; given under its name. */
  operand?: { name: string; value: string; help: string }
  run(actor: Actor, given: Given): Promise<string>
}

/** The account a verb acts as is asked of every verb alike. */
export const AS: Option = { name: 'as', value: 'USER', help: 'account that acts (default: admin) 操作账号' }

/** The page `--help` shows for one verb. */
export function helpOf(verb: TerminalVerb): string {
  const options = [...verb.options, AS]
  const typed = (option: Option) => `--${option.name}${option.value ? ` ${option.value}` : ''}`
  const width = Math.max(...options.map((option) => typed(option).length)) + 2
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
