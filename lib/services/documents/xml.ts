import { SaxesParser, type SaxesTagPlain } from 'saxes'
import { bounds } from '@/lib/domain/checker/bounds'
import { Unreadable } from '@/lib/domain/checker/refusals'

/** A tag of an XML text, with its place there. */
export interface Tag {
  /** Without prefix: writers choose prefixes as they like. */
  name: string
  prefix: string
  attribute(name: string): string | undefined
  start: number
  end: number
  /** `<a/>`; its close follows at the same place. */
  closed: boolean
}

export interface XmlHandlers {
  open(tag: Tag): void
  close(name: string, start: number): void
}

/**
 * Reads XML as it comes, knowing no entity but the five of XML itself: a document type, where the others would be
 * declared, is refused outright (XXE, billion laughs).
 * @throws {Unreadable} unsafe-xml; damaged where it is not well-formed
 */
export function readXml(xml: string, { open, close }: XmlHandlers): void {
  const parser = new SaxesParser({ xmlns: false, position: false })
  let depth = 0
  /** Where the tag stands that was just read to its end; no attribute may hold a `<`. */
  const start = () => xml.lastIndexOf('<', parser.position - 1)
  parser.on('doctype', () => {
    throw new Unreadable('unsafe-xml')
  })
  parser.on('error', () => {
    throw new Unreadable('damaged')
  })
  parser.on('opentag', (tag) => {
    depth += 1
    if (depth > bounds.depth) throw new Unreadable('unsafe-xml')
    open(tagOf(tag, start(), parser.position))
  })
  parser.on('closetag', ({ name }) => {
    depth -= 1
    close(localName(name), start())
  })
  parser.write(xml).close()
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1)

const tagOf = ({ name, attributes, isSelfClosing }: SaxesTagPlain, start: number, end: number): Tag => ({
  name: localName(name),
  prefix: name.slice(0, name.indexOf(':') + 1),
  attribute: (wanted) => Object.entries(attributes).find(([key]) => localName(key) === wanted)?.[1],
  start,
  end,
  closed: isSelfClosing,
})

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Text as it stands in XML; what XML can't hold is left out. */
export const xmlText = (text: string): string =>
  text.replace(/[^\P{Cc}\t\n\r]|[\ufffe\uffff]/gu, '').replace(/[&<>"]/g, (one) => escapes[one] ?? one)
