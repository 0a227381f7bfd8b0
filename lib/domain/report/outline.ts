import { fieldsChapter } from './chapters/fields'
import { flowsChapter } from './chapters/flows'
import { opening } from './chapters/opening'
import { partiesChapter } from './chapters/parties'
import { plansChapter } from './chapters/plans'
import { sizesChapter } from './chapters/sizes'
import { typesChapter } from './chapters/types'
import { unitsChapter } from './chapters/units'
import { volumeChapter } from './chapters/volume'
import type { ChapterEntry } from './outline-entry'

/** THE OUTLINE of the annual report. A new chapter is a file beside these and a line here. */
export const outline: readonly ChapterEntry[] = [
  opening,
  volumeChapter,
  unitsChapter,
  typesChapter,
  plansChapter,
  flowsChapter,
  partiesChapter,
  fieldsChapter,
  sizesChapter,
]
