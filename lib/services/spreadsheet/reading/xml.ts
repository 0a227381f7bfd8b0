import { SaxesParser, type SaxesTagPlain } from 'saxes'
import { unreadable } from './cell'

export type Attributes = SaxesTagPlain['attributes']

interface Handler {
  /** Names come without the prefix a writer may give them. */
  open?(name: string, attributes: Attributes): void
  text?(text: string): void
  close?(name: string): void
}

/**
 * Hands the tags of an XML part to a handler as they come; after each piece the caller may take what was made of it.
 * A part that declares a document type is refused: spreadsheets have none, and entities of its own would come with it.
 * @throws {Problem} unreadable-file: damaged
 */
export async function* parsing(bytes: AsyncIterable<Uint8Array>, handler: Handler): AsyncGenerator<void> {
  const parser = new SaxesParser({ xmlns: false, position: false })
  const fail = () => {
    throw unreadable('damaged')
  }
  parser.on('error', fail)
  parser.on('doctype', fail)
  const names = new Map<string, string>()
  const plain = (name: string): string => {
    const known = names.get(name)
    if (known !== undefined) return known
    const local = name.slice(name.indexOf(':') + 1)
    if (names.size < 1000) names.set(name, local)
    return local
  }
  if (handler.open) parser.on('opentag', ({ name, attributes }) => handler.open?.(plain(name), attributes))
  if (handler.text) parser.on('text', (text) => handler.text?.(text))
  if (handler.close) parser.on('closetag', ({ name }) => handler.close?.(plain(name)))
  const decoder = new TextDecoder('utf-8', { fatal: true })
  try {
    for await (const piece of bytes) {
      parser.write(decoder.decode(piece, { stream: true }))
      yield
    }
    parser.write(decoder.decode())
    parser.close()
  } catch (error) {
    if (error instanceof TypeError) fail()
    throw error
  }
  yield
}

/** The whole part at once. */
export async function parse(bytes: AsyncIterable<Uint8Array>, handler: Handler): Promise<void> {
  for await (const _ of parsing(bytes, handler)) {
    // Everything is the handler's work.
  }
}
