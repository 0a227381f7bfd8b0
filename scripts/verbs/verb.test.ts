import { expect, test } from 'vitest'
import { chosen, helpOf, helpOfAll, type TerminalVerb } from './verb'

const verb = (name: string): TerminalVerb => ({
  name,
  help: `does ${name}`,
  options: [{ name: 'name', value: 'NAME', required: true, help: 'who' }],
  run: async () => '',
})
const verbs = [verb('user add'), verb('token')]

test('a verb of two words takes both', () => {
  expect(chosen(verbs, ['user', 'add', '--name', 'x'])).toEqual({ verb: verbs[0], rest: ['--name', 'x'] })
  expect(chosen(verbs, ['user'])).toBeUndefined()
  expect(chosen(verbs, ['usher', 'add'])).toBeUndefined()
})

test('help tells what must be given from what may be', () => {
  expect(helpOf(verb('user add'))).toContain('user add --name NAME [--as USER]')
  expect(helpOfAll(verbs)).toMatch(/user add {2}does user add\n {2}token {5}does token/)
})
