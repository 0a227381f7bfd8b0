import 'server-only'
import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate'
import { EPOCH } from './epoch'

/** Fonts to take where a machine lacks one; Word reads the names of the table, others the order. */
const alternatives: Readonly<Record<string, string>> = {
  仿宋: 'FangSong;仿宋_GB2312;STFangsong;Noto Serif CJK SC',
  黑体: 'SimHei;STHeiti;Noto Sans CJK SC',
  楷体: 'KaiTi;楷体_GB2312;STKaiti;Noto Serif CJK SC',
  宋体: 'SimSun;STSong;Noto Serif CJK SC',
}

/**
 * A Word document that says nothing of when and in which process it was made: its dates are `date`, its drawings are
 * numbered from 1, its parts bear no time of their own. What the fonts may be replaced by stands in it.
 */
export function settled(document: Uint8Array, date: Date): Uint8Array<ArrayBuffer> {
  const parts: Zippable = {}
  for (const [path, bytes] of Object.entries(unzipSync(document))) {
    if (path.endsWith('.xml')) parts[path] = strToU8(settledXml(path, strFromU8(bytes), date))
    // What is packed already is packed no further.
    else parts[path] = path.endsWith('.png') ? [bytes, { level: 0 }] : bytes
  }
  return new Uint8Array(zipSync(parts, { mtime: EPOCH, level: 6 }))
}

function settledXml(path: string, xml: string, date: Date): string {
  switch (path) {
    case 'docProps/core.xml':
      return xml.replace(
        /(<dcterms:(?:created|modified)[^>]*>)[^<]*/g,
        `$1${date.toISOString().replace(/\.\d+/, '')}`,
      )
    case 'word/document.xml':
      return renumbered(xml)
    case 'word/fontTable.xml':
      return xml.replace(/<\/w:fonts>|<w:fonts([^>]*)\/>/, (end, attributes?: string) => {
        const fonts = Object.entries(alternatives).map(
          ([name, others]) =>
            `<w:font w:name="${name}"><w:altName w:val="${others}"/><w:charset w:val="86"/></w:font>`,
        )
        return end.startsWith('</')
          ? `${fonts.join('')}</w:fonts>`
          : `<w:fonts${attributes}>${fonts.join('')}</w:fonts>`
      })
    default:
      return xml
  }
}

/** Drawings, bookmarks and the contents' places, numbered anew in their order: the library counts through the process. */
function renumbered(xml: string): string {
  const inOrder = () => {
    const numbers = new Map<string, number>()
    return (old: string): number => {
      const number = numbers.get(old) ?? numbers.size + 1
      numbers.set(old, number)
      return number
    }
  }
  const [drawing, bookmark, place] = [inOrder(), inOrder(), inOrder()]
  return xml
    .replace(/(<wp:docPr [^>]*?\bid=")(\d+)/g, (_, before: string, id: string) => before + drawing(id))
    .replace(
      /(<w:bookmark(?:Start|End) [^>]*?w:id=")(\d+)/g,
      (_, before: string, id: string) => before + bookmark(id),
    )
    .replace(/\b_Toc(\d+)/g, (_, id: string) => `_Toc${place(id)}`)
}
