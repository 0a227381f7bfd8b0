import type { Words } from '../words'
import { bounds } from './bounds'

/** Why a file can't be checked, and what can be done instead. */
export const refusalWords = {
  empty: { zh: '文件是空的，请重新选择。', en: 'The file is empty. Choose another.' },
  'not-document': {
    zh: '不是可以核对的文件。请使用 Word（.docx）、PDF、文本（.txt、.md），或直接粘贴文字。',
    en: 'This is no file that can be checked. Use Word (.docx), PDF or text (.txt, .md), or paste the text.',
  },
  'old-word': {
    zh: '旧版 Word（.doc）文件不能读取，请用 Word 或 WPS 另存为 .docx 后再核对。',
    en: 'Files of old Word (.doc) can’t be read. Save it as .docx in Word or WPS, then check that.',
  },
  'other-office': {
    zh: '这是表格或演示文稿，不是 Word 文档。请核对 Word、PDF 或文本文件。',
    en: 'This is a spreadsheet or a presentation, not a Word document. Check Word, PDF or text files.',
  },
  encrypted: {
    zh: '文件有密码保护，无法读取。请去除密码后再核对。',
    en: 'The file is protected by a password. Remove it, then check again.',
  },
  damaged: {
    zh: '文件已损坏或不完整，无法读取。请重新导出或重新上传。',
    en: 'The file is damaged or incomplete. Save it anew, or send it again.',
  },
  'no-text': {
    zh: '文件中没有可读取的文字，可能是扫描件。请使用带文字的文件，或先做文字识别。',
    en: 'There is no text in the file; it may be a scan. Use a file with text, or run text recognition on it first.',
  },
  'too-long': {
    zh: `文字超过 ${bounds.characters / 10_000} 万字上限，请分几次核对。`,
    en: `There are more than ${bounds.characters.toLocaleString('en')} characters. Check the report in parts.`,
  },
  'too-many-pages': {
    zh: `PDF 超过 ${bounds.pages} 页上限，请拆分后再核对。`,
    en: `The PDF has more than ${bounds.pages} pages. Split it, then check the parts.`,
  },
  'too-packed': {
    zh: `文件解压后过大（上限 ${bounds.unpackedMegabytes} MB）或结构异常，不予读取。`,
    en: `The file unpacks to more than ${bounds.unpackedMegabytes} MB or is built strangely, and is not read.`,
  },
  'unsafe-xml': {
    zh: '文件中含有文档类型声明或层次过深的内容，正常的 Word 文件没有，不予读取。',
    en: 'The file declares a document type or nests too deep, as no Word file does, and is not read.',
  },
  'too-slow': {
    zh: `文件内容过于复杂，在 ${bounds.seconds} 秒和 ${bounds.memoryMegabytes} MB 内存内未能核对完，请拆分后再核对。`,
    en: `The file is too complex to be checked within ${bounds.seconds} seconds and ${bounds.memoryMegabytes} MB of memory. Split it, then check the parts.`,
  },
} as const satisfies Record<string, Words>

export type ReportRefusal = keyof typeof refusalWords

/** Thrown by the readers of files; it becomes a problem at the edge. */
export class Unreadable extends Error {
  constructor(readonly reason: ReportRefusal) {
    super(reason)
    this.name = 'Unreadable'
  }
}
