import { readText } from '@/lib/domain/checker/read-text'
import { Unreadable } from '@/lib/domain/checker/refusals'
import type { ReadDocument } from './read-docx'

/** No text holds them: what is neither a blank, an end of line nor an end of page. */
const controls = /[^\P{Cc}\t\n\r\f]/u
const markup = /^\s*(<!doctype|<html|<\?xml|\{\\rtf)/i

/**
 * Reads a text file in Unicode, or in GB 18030 as older Chinese programs write it.
 * @throws {Unreadable} not-document where it is no text
 */
export function readPlain(bytes: Uint8Array): ReadDocument {
  const text = decode(bytes)
  if (text === null || controls.test(text) || markup.test(text)) throw new Unreadable('not-document')
  return { blocks: readText(text), leftOut: [] }
}

function decode(bytes: Uint8Array): string | null {
  const marked = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe ? 'utf-16be' : null
  for (const encoding of marked ? [marked] : ['utf-8', 'gb18030'])
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes)
    } catch {}
  return null
}
