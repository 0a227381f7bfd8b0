import { AlignmentType, type IStylesOptions, LineRuleType } from 'docx'
import { hei, kai, song, title } from '../../documents/word-text'
import { lines, sizes } from './layout'

/** Word counts letters in half points and lines in twentieths. */
export const half = (points: number): number => Math.round(points * 2)
export const twip = (points: number): number => Math.round(points * 20)

export const exact = (points: number) => ({
  line: twip(points),
  lineRule: LineRuleType.EXACT,
  before: 0,
  after: 0,
})

/** The styles of a report, so that whoever edits it changes a look in one place. */
export const stylesOf = (language: 'zh-CN' | 'en'): IStylesOptions => ({
  default: {
    document: {
      run: {
        font: song,
        size: half(sizes.body),
        language: { value: 'en-GB', eastAsia: 'zh-CN' },
      },
      paragraph: { spacing: exact(lines.body) },
    },
    title: {
      run: { font: title, size: half(sizes.title), bold: true },
      paragraph: {
        alignment: AlignmentType.CENTER,
        spacing: { ...exact(lines.title), before: twip(150), after: twip(60) },
      },
    },
    heading1: {
      run: { font: hei, size: half(sizes.body), color: '000000' },
      paragraph: {
        keepNext: true,
        keepLines: true,
        spacing: { ...exact(lines.body), before: twip(14), after: twip(4) },
      },
    },
    heading2: {
      run: { font: kai, size: half(sizes.second), bold: true, color: '000000' },
      paragraph: {
        keepNext: true,
        keepLines: true,
        spacing: { ...exact(lines.body), before: twip(6), after: twip(2) },
      },
    },
    caption: {
      run: { font: hei, size: half(sizes.caption), bold: false, italics: false, color: '000000' },
      paragraph: {
        alignment: AlignmentType.CENTER,
        spacing: { ...exact(lines.caption), before: twip(6), after: twip(4) },
      },
    },
    footnoteText: { run: { size: half(sizes.least) }, paragraph: { spacing: exact(lines.cell) } },
  },
  paragraphStyles: [
    {
      id: 'BodyText',
      name: 'Body Text',
      basedOn: 'Normal',
      quickFormat: true,
      paragraph: {
        alignment: AlignmentType.BOTH,
        indent: language === 'en' ? {} : { firstLineChars: 200, firstLine: twip(2 * sizes.body) },
      },
    },
    {
      id: 'Note',
      name: 'Note',
      basedOn: 'Normal',
      quickFormat: true,
      run: { size: half(sizes.small) },
      paragraph: { spacing: { ...exact(lines.note), before: twip(3), after: twip(8) } },
    },
    {
      id: 'TableText',
      name: 'Table Text',
      basedOn: 'Normal',
      quickFormat: true,
      paragraph: { spacing: exact(lines.cell) },
    },
    {
      id: 'Cover',
      name: 'Cover',
      basedOn: 'Normal',
      paragraph: { alignment: AlignmentType.CENTER },
    },
    {
      id: 'ContentsHeading',
      name: 'Contents Heading',
      basedOn: 'Normal',
      run: { font: hei },
      paragraph: { alignment: AlignmentType.CENTER, spacing: { ...exact(lines.body), after: twip(14) } },
    },
    { id: 'TOC1', name: 'toc 1', basedOn: 'Normal', run: { size: half(14) } },
    {
      id: 'TOC2',
      name: 'toc 2',
      basedOn: 'Normal',
      run: { size: half(14) },
      paragraph: { indent: { left: twip(28) } },
    },
  ],
})
