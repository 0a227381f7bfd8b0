import { readdirSync } from 'node:fs'
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
})
