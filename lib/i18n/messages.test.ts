import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser'
import { describe, expect, it } from 'vitest'
import { messages } from './messages'

type Tree = { [key: string]: string | Tree }

const flatten = (tree: Tree, prefix = ''): Map<string, string> =>
  new Map(
    Object.entries(tree).flatMap(([key, value]): [string, string][] =>
      typeof value === 'string' ? [[prefix + key, value]] : [...flatten(value, `${prefix}${key}.`)],
    ),
  )

/** Names of the values and tags that a message needs from its caller. */
function argumentsOf(elements: MessageFormatElement[], found = new Set<string>()): Set<string> {
  for (const element of elements) {
    if (element.type === TYPE.literal || element.type === TYPE.pound) continue
    found.add(element.type === TYPE.tag ? `<${element.value}>` : element.value)
    if (element.type === TYPE.tag) argumentsOf(element.children, found)
    if (element.type === TYPE.plural || element.type === TYPE.select)
      for (const option of Object.values(element.options)) argumentsOf(option.value, found)
  }
  return found
}

interface Source {
  /** What it opens with `useTranslations` or `getTranslations`. */
  namespaces: string[]
  /** Whether some text of it is the key, or can become it. */
  names: (key: string) => boolean
}

function readSource(path: string): Source {
  const text = readFileSync(path, 'utf8')
  const all = (pattern: RegExp) => [...text.matchAll(pattern)].map(([, found]) => found ?? '')
  // Names of properties too: what is shown may be chosen by a table.
  const words = new Set([...all(/'([\w.-]+)'/g), ...all(/(?<![\w.])([A-Za-z][\w-]*):/g)])
  const woven = all(/`([\w.-]*\$\{[^`\n]*)`/g)
    .map((one) => one.split(/\$\{(?:[^{}]|\{[^}]*\})*\}/))
    .filter((parts) => parts.join('') !== '' && parts.every((part) => /^[\w.-]*$/.test(part)))
    .map((parts) => new RegExp(`^${parts.map((part) => part.replaceAll('.', '\\.')).join('.+')}$`))
  return {
    namespaces: all(/(?:use|get)Translations\(\s*'([\w.]+)'/g),
    names: (key) => words.has(key) || woven.some((one) => one.test(key)),
  }
}

/** Keys under these are values of the house, named where they are declared. */
const byValue = ['imports.', 'report.cited.', 'reportEditor.history.', 'shell.nav', 'statistics.missing.']

const chinese = flatten(messages['zh-CN'])
const english = flatten(messages.en)

describe('messages', () => {
  it('registers every file that lies in the folders', () => {
    for (const locale of ['zh-CN', 'en'] as const) {
      const files = readdirSync(`lib/i18n/messages/${locale}`).map((name) => name.replace(/\.json$/, ''))
      expect(files.sort()).toEqual(Object.keys(messages[locale]).sort())
    }
  })

  it('exist in both languages', () => {
    expect([...english.keys()].filter((key) => !chinese.has(key))).toEqual([])
    expect([...chinese.keys()].filter((key) => !english.has(key))).toEqual([])
  })

  it('are never blank', () => {
    for (const [key, text] of [...chinese, ...english]) expect(text.trim(), key).not.toBe('')
  })

  it('ask for the same values in both languages', () => {
    for (const [key, text] of chinese) {
      const other = english.get(key)
      if (other === undefined) continue
      expect([...argumentsOf(parse(other))].sort(), key).toEqual([...argumentsOf(parse(text))].sort())
    }
  })

  it('are shown by some page', () => {
    const sources = ['app', 'components', 'lib']
      .flatMap((room) => readdirSync(room, { recursive: true }).map((path) => join(room, String(path))))
      .filter((path) => /\.tsx?$/.test(path) && !/\.test\.|\/testing\//.test(path))
      .map(readSource)
    const isShown = (key: string) =>
      sources.some(({ namespaces, names }) =>
        namespaces.some((space) => key.startsWith(`${space}.`) && names(key.slice(space.length + 1))),
      ) ||
      (byValue.some((start) => key.startsWith(start)) &&
        sources.some(({ names }) => names(key.slice(key.lastIndexOf('.') + 1))))
    expect([...chinese.keys()].filter((key) => !isShown(key))).toEqual([])
  })
})
