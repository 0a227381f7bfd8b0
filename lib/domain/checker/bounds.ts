/** What one check takes. Said on the page, kept by the readers: a file is somebody else's, and may be made to hurt. */
export const bounds = {
  /** Of text, whatever it comes in; in UTF-8 they stay below the megabyte that an action may be sent. */
  characters: 300_000,
  /** Of an uploaded file, in 2^20 bytes. */
  megabytes: 20,
  /** Of a PDF. */
  pages: 500,
  /** Of a Word file: what its parts may unpack to, in 2^20 bytes, how many they may be, and how many times their size. */
  unpackedMegabytes: 100,
  parts: 2000,
  ratio: 500,
  /** Elements within elements. */
  depth: 250,
  /** For reading and checking one report, and the memory of it in 2^20 bytes. */
  seconds: 60,
  memoryMegabytes: 512,
  /** Reports checked at once, and how many more may wait. */
  atOnce: 2,
  waiting: 20,
} as const

/** Characters that one check takes. */
export const mostCharacters = bounds.characters
