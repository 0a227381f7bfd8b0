declare module 'subset-font' {
  /** The glyphs of a text from a font (HarfBuzz), its variable axes pinned. */
  export default function subsetFont(
    font: Buffer,
    text: string,
    options: {
      targetFormat: 'truetype'
      variationAxes: Record<string, number>
      keepFeatures: string[]
      noHinting: boolean
      dropTables: string[]
    },
  ): Promise<Buffer>
}
