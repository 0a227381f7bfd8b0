/**
 * Upper critical values of Student's t at 0.90, by degrees of freedom from 1: between minus and plus such a value lie
 * 80 %. Source: NIST/SEMATECH e-Handbook of Statistical Methods, section 1.3.6.7.2.
 */
const UPPER_90 = [3.078, 1.886, 1.638, 1.533] as const

/** The most degrees of freedom the table knows. */
export const MOST_DEGREES = UPPER_90.length

/**
 * Half the width of the central 80 % of Student's t.
 * @throws {RangeError} outside 1 to {@link MOST_DEGREES} degrees of freedom
 */
export function centralEighty(degrees: number): number {
  const value = UPPER_90[degrees - 1]
  if (value === undefined) throw new RangeError(`No Student's t for ${degrees} degrees of freedom`)
  return value
}
