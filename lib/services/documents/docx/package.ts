import { posix } from 'node:path'
import { type UnzipFileInfo, unzipSync } from 'fflate'
import { bounds } from '@/lib/domain/checker/bounds'
import { Unreadable } from '@/lib/domain/checker/refusals'
import { MEGABYTE } from '../megabyte'
import { readXml } from '../xml'

export interface Relationship {
  id: string
  type: string
  target: string
}

/** The parts of an Office file (ECMA-376-2) and where the text is. */
export interface Package {
  /** Names of all parts, the unread too. */
  names: readonly string[]
  main: string
  /** Undefined where there is no such part. @throws {Unreadable} damaged where it is no text */
  text(name: string): string | undefined
}

/**
 * Opens a zip by its directory, weighing what it says before anything is unpacked; what lies of its size comes out cut
 * off. Names are never used as paths of ours.
 * @throws {Unreadable} too-packed, damaged
 */
export function unpack(bytes: Uint8Array, wanted: (name: string) => boolean): Record<string, Uint8Array> {
  let size = 0
  let parts = 0
  const weigh = ({ name, originalSize, compression }: UnzipFileInfo): boolean => {
    parts += 1
    size += originalSize
    const most = Math.min(bounds.unpackedMegabytes * MEGABYTE, MEGABYTE + bounds.ratio * bytes.length)
    if (parts > bounds.parts || size > most) throw new Unreadable('too-packed')
    return wanted(name) && (compression === 0 || compression === 8)
  }
  try {
    // A first walk without unpacking: the last part may be the bomb.
    unzipSync(bytes, { filter: (one) => weigh(one) && false })
    return unzipSync(bytes, {
      filter: ({ name, compression }) => wanted(name) && [0, 8].includes(compression),
    })
  } catch (error) {
    throw error instanceof Unreadable ? error : new Unreadable('damaged')
  }
}

/** @throws {Unreadable} damaged, too-packed; other-office, not-document for what is another kind of zip */
export function openPackage(bytes: Uint8Array): Package {
  const names: string[] = []
  const parts = unpack(bytes, (name) => names.push(name) > 0 && /\.(xml|rels)$/i.test(name))
  const text = (name: string): string | undefined => {
    const part = Object.hasOwn(parts, name) ? parts[name] : undefined
    return part && decode(part)
  }
  const top = relationshipsIn(text('_rels/.rels'))
  const main = top.find(({ type }) => type.endsWith('/officeDocument'))?.target.replace(/^\//, '')
  if (main === undefined) throw new Unreadable('not-document')
  if (/^(xl|ppt)\//.test(main)) throw new Unreadable('other-office')
  if (text(main) === undefined) throw new Unreadable('damaged')
  return { names, main, text }
}

/** Where the relationships of a part stand. */
export const relationshipsPart = (part: string): string =>
  posix.join(posix.dirname(part), '_rels', `${posix.basename(part)}.rels`)

/** The part that a relationship of another leads to, by its name in the package. */
export const targetPart = (part: string, target: string): string =>
  target.startsWith('/') ? target.slice(1) : posix.join(posix.dirname(part), target)

export function relationshipsIn(xml: string | undefined): Relationship[] {
  const found: Relationship[] = []
  if (xml === undefined) return found
  readXml(xml, {
    open: ({ name, attribute }) => {
      const [id, type, target] = ['Id', 'Type', 'Target'].map(attribute)
      if (name === 'Relationship' && id && type && target) found.push({ id, type, target })
    },
    close: () => {},
  })
  return found
}

function decode(part: Uint8Array): string {
  const encoding = part[0] === 0xff && part[1] === 0xfe ? 'utf-16le' : part[0] === 0xfe ? 'utf-16be' : 'utf-8'
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(part)
  } catch {
    throw new Unreadable('damaged')
  }
}
