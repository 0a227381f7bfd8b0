import sax from 'sax'
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
  // The types do not know the option (sax 1.6).
  const parser = sax.parser(true, { strictEntities: true } as sax.SAXOptions)
  let depth = 0
  parser.ondoctype = () => {
    throw new Unreadable('unsafe-xml')
  }
  parser.onerror = () => {
    throw new Unreadable('damaged')
  }
  parser.onopentag = (node) => {
    depth += 1
    if (depth > bounds.depth) throw new Unreadable('unsafe-xml')
    open(tagOf(node as sax.Tag, parser))
  }
  parser.onclosetag = (name) => {
    depth -= 1
    close(localName(name), parser.startTagPosition - 1)
  }
  parser.write(xml).close()
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1)

function tagOf({ name, attributes, isSelfClosing }: sax.Tag, parser: sax.SAXParser): Tag {
  return {
    name: localName(name),
    prefix: name.slice(0, name.indexOf(':') + 1),
    attribute: (wanted) =>
      Object.entries(attributes).find(([key]) => localName(key) === wanted)?.[1] as string | undefined,
    start: parser.startTagPosition - 1,
    end: parser.position,
    closed: isSelfClosing,
  }
}

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Text as it stands in XML; what XML can't hold is left out. */
export const xmlText = (text: string): string =>
  text.replace(/[^\P{Cc}\t\n\r]|[\ufffe\uffff]/gu, '').replace(/[&<>"]/g, (one) => escapes[one] ?? one)
