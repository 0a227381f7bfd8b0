import type { Words } from '../words'

/** What a file holds that a check can't read, or leaves alone on purpose; told, so that nobody takes it for checked. */
const kinds = {
  pictures: {
    zh: (count: number) => `图片 ${count} 幅，其中的文字未读取`,
    en: (count: number) => `${count} pictures; writing in them is not read`,
  },
  charts: {
    zh: (count: number) => `图表 ${count} 个，其中的数字未读取`,
    en: (count: number) => `${count} charts; numbers in them are not read`,
  },
  objects: {
    zh: (count: number) => `嵌入对象 ${count} 个，未读取`,
    en: (count: number) => `${count} embedded objects, not read`,
  },
  headers: {
    zh: (count: number) => `页眉页脚 ${count} 处，未读取`,
    en: (count: number) => `${count} headers and footers, not read`,
  },
  deleted: {
    zh: (count: number) => `修订中已删除的文字 ${count} 处，未读取；插入的文字已读取`,
    en: (count: number) => `${count} tracked deletions, not read; tracked insertions are`,
  },
  hidden: {
    zh: (count: number) => `隐藏文字 ${count} 处，未读取`,
    en: (count: number) => `${count} pieces of hidden text, not read`,
  },
  equations: {
    zh: (count: number) => `公式 ${count} 个，未读取`,
    en: (count: number) => `${count} equations, not read`,
  },
  macros: {
    zh: () => '文件带有宏。宏没有运行，只读取了文字',
    en: () => 'The file carries macros. They were not run; only its text was read',
  },
  blankPages: {
    zh: (count: number) => `没有文字的页 ${count} 页，可能是扫描页，未读取`,
    en: (count: number) => `${count} pages without text, perhaps scanned, not read`,
  },
  brokenPages: {
    zh: (count: number) => `无法读取的页 ${count} 页`,
    en: (count: number) => `${count} pages that could not be read`,
  },
  turned: {
    zh: (count: number) => `斜排或竖排的文字 ${count} 处，未读取`,
    en: (count: number) => `${count} pieces of turned text, not read`,
  },
  garbled: {
    zh: (count: number) => `无法辨认的字符 ${count} 个`,
    en: (count: number) => `${count} characters that could not be recognised`,
  },
} as const

export type LeftOutKind = keyof typeof kinds

export interface LeftOut {
  kind: LeftOutKind
  count: number
}

export const leftOutWords = ({ kind, count }: LeftOut): Words => ({
  zh: kinds[kind].zh(count),
  en: kinds[kind].en(count),
})

/** Counts what is left out while a file is read. */
export class LeftOutCount {
  private readonly counts = new Map<LeftOutKind, number>()

  add(kind: LeftOutKind, count = 1): void {
    if (count > 0) this.counts.set(kind, (this.counts.get(kind) ?? 0) + count)
  }

  list(): LeftOut[] {
    return [...this.counts].map(([kind, count]) => ({ kind, count }))
  }
}
