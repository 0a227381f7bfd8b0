import { readXml } from '../xml'

/** The styles of paragraphs that are headings, by their ids: those with a level in the outline, or named so. */
export function headingStyles(xml: string | undefined): Set<string> {
  const styles = new Map<string, { heading: boolean; basedOn?: string }>()
  let current: { heading: boolean; basedOn?: string } | null = null
  if (xml !== undefined)
    readXml(xml, {
      open: ({ name, attribute }) => {
        const value = attribute('val') ?? ''
        if (name === 'style') {
          current = { heading: false }
          styles.set(attribute('styleId') ?? '', current)
        } else if (!current) return
        else if (name === 'name') current.heading ||= /^(heading ?\d|title|标题|主标题)/i.test(value)
        else if (name === 'outlineLvl') current.heading ||= Number(value) < 9
        else if (name === 'basedOn') current.basedOn = value
      },
      close: (name) => {
        if (name === 'style') current = null
      },
    })
  const isHeading = (id: string | undefined, depth = 0): boolean => {
    const style = id === undefined || depth > 20 ? undefined : styles.get(id)
    return style !== undefined && (style.heading || isHeading(style.basedOn, depth + 1))
  }
  return new Set([...styles.keys()].filter((id) => isHeading(id)))
}
