import type { Said } from './spans'

/** 表 1, 图 1: where a sentence points. */
export function referenceSaid(to: string, kind: 'table' | 'figure', number: number): Said {
  const [what, english] = kind === 'table' ? ['表', 'Table'] : ['图', 'Figure']
  return {
    zh: [{ kind: 'reference', text: `${what} ${number}`, to }],
    en: [{ kind: 'reference', text: `${english} ${number}`, to }],
  }
}
