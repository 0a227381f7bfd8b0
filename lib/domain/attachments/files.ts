/** What is taken: what every office can open in twenty years, and what a scanner or a phone gives. */
export const mediaTypes = {
  'application/pdf': { name: 'PDF', extension: 'pdf' },
  'image/jpeg': { name: 'JPG', extension: 'jpg' },
  'image/png': { name: 'PNG', extension: 'png' },
} as const

export type MediaType = keyof typeof mediaTypes

/** For a file input's `accept`. */
export const acceptedFiles = '.pdf,.jpg,.jpeg,.png,application/pdf,image/jpeg,image/png'

/** A file as a page shows it; everything can be sent to the browser. */
export interface AttachedFile {
  id: string
  kind: string
  fileName: string
  mediaType: string
  /** Bytes. */
  size: number
}

/** A file with who added it, and on how many other contracts the same file is. */
export interface ListedFile extends AttachedFile {
  sha256: string
  addedBy: string
  /** ISO instant. */
  addedAt: string
  /** Other contracts within the reader's reach that carry the same bytes. */
  alsoOn: readonly { id: string; localNumber: string }[]
  /** How many more there are outside it; of them nothing else is told. */
  alsoElsewhere: number
}

/**
 * Papers that speak of a party, a right or a project rather than of one contract, and are rightly handed in again:
 * licences, authorisations, task books, patents.
 */
export const reusableKinds: readonly string[] = ['ATT03', 'ATT04', 'ATT05', 'ATT06', 'ATT08']

/** Whether a file of this kind belongs to one contract alone, so that meeting it twice is a finding (Q15). */
export const belongsToOne = (kind: string): boolean => !reusableKinds.includes(kind)

/** Kinds of the files that are on another contract too: what the check is told (rule Q15). */
export const kindsOfMetAgain = (files: readonly ListedFile[]): string[] => [
  ...new Set(
    files
      .filter(({ alsoOn, alsoElsewhere }) => alsoOn.length > 0 || alsoElsewhere > 0)
      .map(({ kind }) => kind),
  ),
]

/** Headers an upload tells its kind and its (percent-encoded) name in. */
export const fileHeaders = { kind: 'x-file-kind', name: 'x-file-name' } as const
