import type { IFontAttributesProperties } from 'docx'

/** As official papers are set (GB/T 9704—2012): headings in 黑体, text in 仿宋; machines without them choose their own. */
export const song: IFontAttributesProperties = font('仿宋')
export const hei: IFontAttributesProperties = font('黑体')
export const kai: IFontAttributesProperties = font('楷体')
/** 小标宋 is on no machine by itself; 宋体 is. */
export const title: IFontAttributesProperties = font('宋体')

function font(eastAsia: string): IFontAttributesProperties {
  return { eastAsia, ascii: 'Times New Roman', hAnsi: 'Times New Roman', cs: 'Times New Roman' }
}

/** XML 1.0 has no control characters; a text that holds one loses it. */
export const storable = (content: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: exactly these are what XML forbids.
  content.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu, '')
