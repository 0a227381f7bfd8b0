/** Ids by which a finding and its place in the text lead to each other; findings count from 0. */
export const markId = (finding: number) => `mark-${finding + 1}`
export const findingId = (finding: number) => `finding-${finding + 1}`
