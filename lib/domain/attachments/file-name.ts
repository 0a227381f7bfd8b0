import { type MediaType, mediaTypes } from './files'

/** Characters a kept name may have. */
const LONGEST = 120

/**
 * The name a file is kept and given out under: letters of every script stay; folders, control and bidirectional
 * characters (which let `gpj.exe` read as `exe.jpg`) and what file systems refuse go; the ending is the detected type's.
 */
export function fileNameFor(given: string, type: MediaType): string {
  const { extension } = mediaTypes[type]
  const last = given.normalize('NFC').split(/[/\\]/).at(-1) ?? ''
  const clean = last
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}]/gu, '')
    .replace(/[<>:"|?*%]/g, '_')
    .replace(/\p{Zs}+/gu, ' ')
  const stem = withoutEnding(clean, extension).replace(/^[. ]+|[. ]+$/g, '')
  const most = LONGEST - extension.length - 1
  return `${[...stem].slice(0, most).join('').trim() || 'file'}.${extension}`
}

const endings: Record<string, RegExp> = { pdf: /\.pdf$/i, jpg: /\.jpe?g$/i, png: /\.png$/i }

const withoutEnding = (name: string, extension: string): string =>
  name.replace(endings[extension] ?? /$^/, '')

/** RFC 6266 with the name of RFC 8187, and an ASCII one for what reads only that. */
export function contentDisposition(kind: 'inline' | 'attachment', name: string): string {
  const ascii = name.replace(/[^\x20-\x7e]/g, '_').replace(/["\\%]/g, '_')
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `${kind}; filename="${ascii}"; filename*=UTF-8''${encoded}`
}
