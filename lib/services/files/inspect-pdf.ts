import { constants, inflateSync } from 'node:zlib'
import type { UnfitFile } from '@/lib/domain/problems'

/** Writers put the end mark in the last line; some pad behind it. */
const TAIL = 2048
/** Most text that the packed objects of one file may unfold to; far above any contract, far below what hurts. */
const MOST_UNPACKED = 64 * 1024 * 1024

/**
 * What makes a PDF act instead of being read. Such files are refused, not only flagged: an approver must see what the
 * office saw, years later too, and a contract printed to PDF has none of it.
 */
const ACTIVE = ['JavaScript', 'Launch', 'RichMedia', 'XFA', 'SubmitForm', 'ImportData'].map(nameToken)
const ENCRYPT = nameToken('Encrypt')
const OBJECT_STREAM = nameToken('ObjStm')

/**
 * Looks through a PDF (ISO 32000): whole to its end mark, open to everyone, and without anything that acts. Objects
 * packed into streams are unpacked; names written with #xx are understood.
 */
export function inspectPdf(bytes: Buffer): UnfitFile | null {
  if (!/^%PDF-[12]\.\d/.test(bytes.toString('latin1', 0, 8))) return 'damaged'
  const tail = bytes.toString('latin1', Math.max(0, bytes.length - TAIL))
  const end = tail.lastIndexOf('%%EOF')
  const [, table] = /startxref\s+(\d{1,12})\s+$/.exec(tail.slice(0, Math.max(end, 0))) ?? []
  if (end < 0 || table === undefined || !hasTableAt(bytes, Number(table))) return 'damaged'
  const text = bytes.toString('latin1')
  if (ENCRYPT.test(text)) return 'encrypted'
  if (ACTIVE.some((token) => token.test(text))) return 'active'
  return OBJECT_STREAM.test(text) ? inspectPacked(bytes, text) : null
}

/** A cross-reference table or the object that holds it (ISO 32000-2 §7.5.4, §7.5.8). */
const hasTableAt = (bytes: Buffer, at: number): boolean =>
  at < bytes.length && /^\s*(xref\b|\d+\s+\d+\s+obj\b)/.test(bytes.toString('latin1', at, at + 40))

function inspectPacked(bytes: Buffer, text: string): UnfitFile | null {
  let left = MOST_UNPACKED
  const each = /\bstream\r?\n/g
  let before = 0
  for (let found = each.exec(text); found; found = each.exec(text)) {
    const head = text.slice(Math.max(before, text.lastIndexOf(' obj', found.index)), found.index)
    const from = each.lastIndex
    const end = text.indexOf('endstream', from)
    if (end < 0) return 'damaged'
    if (OBJECT_STREAM.test(head)) {
      const unpacked = unpack(bytes.subarray(from, end), head, left)
      if (unpacked === null) return 'damaged'
      left -= unpacked.length
      if (ACTIVE.some((token) => token.test(unpacked))) return 'active'
    }
    before = end
    each.lastIndex = end
  }
  return null
}

/** Null where it can't be read: what nobody can look into is not taken. */
function unpack(bytes: Buffer, head: string, most: number): string | null {
  if (!nameToken('Filter').test(head)) return bytes.toString('latin1')
  if (!/\/Filter\s*\[?\s*\/FlateDecode\b/.test(head) || /\/Filter\s*\[\s*\/FlateDecode\s*\//.test(head))
    return null
  try {
    return inflateSync(bytes, {
      maxOutputLength: Math.max(most, 1),
      finishFlush: constants.Z_SYNC_FLUSH,
    }).toString('latin1')
  } catch {
    return null
  }
}

/** Finds a name however it is spelt: every character may stand as #xx (ISO 32000-1 §7.3.5). */
function nameToken(name: string): RegExp {
  const letters = [...name].map((one) => {
    const hex = one.charCodeAt(0).toString(16)
    return `(?:${one}|#${[...hex].map((digit) => `[${digit}${digit.toUpperCase()}]`).join('')})`
  })
  return new RegExp(`/${letters.join('')}(?![\\w#.-])`)
}
