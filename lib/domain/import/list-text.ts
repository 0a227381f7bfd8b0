import type { ItemFieldSpec } from '../contract/field-spec'
import type { Words } from '../words'

/**
 * A list in one cell: a line for each item, on it `栏目：内容` for each field, parted by ；. A backslash before a sign takes
 * its meaning from it, so that whatever was typed comes back unchanged.
 */
export function listText(
  specs: Record<string, ItemFieldSpec>,
  items: readonly Record<string, unknown>[],
  write: (spec: ItemFieldSpec, value: unknown) => string,
): string {
  return items
    .map((item) =>
      Object.entries(specs)
        .filter(([name]) => item[name] !== undefined && item[name] !== '')
        .map(([name, spec]) => `${spec.label.zh}：${escaped(write(spec, item[name]))}`)
        .join('；'),
    )
    .join('\n')
}

const escaped = (text: string) => text.replace(/[\\；;\n]/g, (sign) => (sign === '\n' ? '\\n' : `\\${sign}`))

type Read = (spec: ItemFieldSpec, text: string) => { value: unknown } | { issue: Words } | null

/** Reads such a cell. The first thing that is wrong is said. */
export function readList(
  specs: Record<string, ItemFieldSpec>,
  text: string,
  most: number,
  read: Read,
): { value: Record<string, unknown>[] } | { issue: Words } {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '')
  if (lines.length > most) {
    return {
      issue: {
        zh: `最多 ${most} 项，现有 ${lines.length} 项。`,
        en: `at most ${most} items, here ${lines.length}.`,
      },
    }
  }
  const items: Record<string, unknown>[] = []
  for (const line of lines) {
    const item: Record<string, unknown> = {}
    for (const part of parted(line)) {
      const [, label = '', said = ''] = /^\s*([^：:]*)[：:]([\s\S]*)$/.exec(part) ?? []
      const found = Object.entries(specs).find(([name, spec]) =>
        [name, spec.label.zh, spec.label.en, ...(spec.headings ?? [])].includes(label.trim()),
      )
      if (!found) {
        const known = Object.values(specs)
          .slice(0, 4)
          .map((spec) => spec.label.zh)
        return {
          issue: {
            zh: `“${part.trim().slice(0, 20)}”无法识别。每行一项，按“${known.join('：…；')}：…”填写。`,
            en: `“${part.trim().slice(0, 20)}” can’t be read. One item a line, as “${known.join('：…；')}：…”.`,
          },
        }
      }
      const [name, spec] = found
      const value = read(
        spec,
        said.replace(/\\(n|[\s\S])/g, (_, sign) => (sign === 'n' ? '\n' : sign)),
      )
      if (value === null) continue
      if ('issue' in value)
        return {
          issue: { zh: `${spec.label.zh}：${value.issue.zh}`, en: `${spec.label.en}: ${value.issue.en}` },
        }
      item[name] = value.value
    }
    items.push(item)
  }
  return { value: items }
}

/** Parted at ；and ; that no backslash stands before. */
function parted(line: string): string[] {
  return (line.match(/(?:\\[\s\S]|[^\\；;])+/g) ?? []).filter((part) => part.trim() !== '')
}
