/** Row (from 1) and column (from 0) of a reference such as `AB12`; 0 and -1 where it names none. */
export function placeOf(reference: string): { row: number; column: number } {
  let column = 0
  let at = 0
  for (; at < reference.length; at++) {
    const letter = reference.charCodeAt(at) - 64
    if (letter < 1 || letter > 26) break
    column = column * 26 + letter
  }
  return { row: Number(reference.slice(at)) || 0, column: column - 1 }
}
