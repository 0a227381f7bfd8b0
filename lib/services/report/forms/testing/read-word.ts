import path from 'node:path'
import { strFromU8, unzipSync } from 'fflate'

const decoded = (text: string): string =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&')

const textOf = (xml: string): string =>
  [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, text = '']) => decoded(text)).join('')

const parts = (xml: string, tag: string): string[] =>
  [...xml.matchAll(new RegExp(`<w:${tag}[ >].*?</w:${tag}>`, 'gs'))].map(([whole]) => whole)

export interface ReadWord {
  paths: string[]
  part(path: string): string
  /** Paragraphs outside tables, with the style of each. */
  paragraphs: { style: string; text: string }[]
  /** Tables as rows of cells. */
  tables: { text: string; merge: 'begins' | 'goes on' | null }[][][]
}

/** What stands in a Word file, read from its XML alone. */
export function readWord(bytes: Uint8Array): ReadWord {
  const files = unzipSync(bytes)
  const part = (name: string): string => strFromU8(files[name] ?? new Uint8Array())
  const body = part('word/document.xml')
  const tables = parts(body, 'tbl').map((table) =>
    parts(table, 'tr').map((row) =>
      parts(row, 'tc').map((cell) => ({
        text: textOf(cell),
        merge: /<w:vMerge w:val="restart"\/>/.test(cell)
          ? ('begins' as const)
          : /<w:vMerge/.test(cell)
            ? ('goes on' as const)
            : null,
      })),
    ),
  )
  const outside = body.replace(/<w:tbl>.*?<\/w:tbl>/gs, '')
  const paragraphs = parts(outside, 'p').map((one) => ({
    style: /<w:pStyle w:val="([^"]*)"/.exec(one)?.[1] ?? '',
    text: textOf(one),
  }))
  return { paths: Object.keys(files), part, paragraphs, tables }
}

/** What would make a strict reader stumble: dangling relations, parts without a type, identifiers given twice. */
export function faultsOf({ paths, part }: Pick<ReadWord, 'paths' | 'part'>): string[] {
  const types = part('[Content_Types].xml')
  const typed = (name: string) =>
    types.includes(`PartName="/${name}"`) ||
    new RegExp(`<Default [^>]*Extension="${name.split('.').at(-1)}"`).test(types)
  const untyped = paths.filter((name) => name !== '[Content_Types].xml' && !typed(name))
  const dangling = paths
    .filter((name) => name.endsWith('.rels'))
    .flatMap((name) => {
      const home = path.posix.dirname(path.posix.dirname(name))
      return [...part(name).matchAll(/<Relationship [^>]*>/g)].flatMap(([relation]) => {
        if (relation.includes('TargetMode="External"')) return []
        const target = /Target="([^"]*)"/.exec(relation)?.[1] ?? ''
        const found = target.startsWith('/') ? target.slice(1) : path.posix.join(home, target)
        return paths.includes(found) ? [] : [`${name}: ${target}`]
      })
    })
  const used = paths
    .filter((name) => /^word\/\w+\.xml$/.test(name))
    .flatMap((name) => {
      const relations = part(`word/_rels/${name.slice(5)}.rels`)
      return [...part(name).matchAll(/ r:(?:id|embed)="([^"]*)"/g)].flatMap(([, id = '']) =>
        relations.includes(`Id="${id}"`) ? [] : [`${name}: ${id}`],
      )
    })
  const body = part('word/document.xml')
  const twice = (pattern: RegExp) => {
    const ids = [...body.matchAll(pattern)].map(([, id]) => id ?? '')
    return ids.filter((id, at) => ids.indexOf(id) !== at)
  }
  return [
    ...untyped,
    ...dangling,
    ...used,
    ...twice(/<wp:docPr [^>]*?\bid="(\d+)"/g),
    ...twice(/<w:bookmarkStart [^>]*?w:id="(\d+)"/g),
    ...twice(/<w:bookmarkStart [^>]*?w:name="([^"]+)"/g),
  ]
}
