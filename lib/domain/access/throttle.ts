/** Failed tries at a door, and when the last one was. */
export interface Failures {
  count: number
  lastAt: Date
}

const longestWait = 15 * 60
const forgottenAfter = 24 * 60 * 60

/** Guesses from many addresses at one name get this many times as many free tries as those from one address. */
export const acrossAddresses = 10

/** The failures that still count: a day without any wipes the slate. */
export const remembered = (failures: Failures | null, now: Date): number =>
  failures && now.getTime() - failures.lastAt.getTime() < forgottenAfter * 1000 ? failures.count : 0

/** Seconds to wait after so many failures of which `free` cost nothing: 1, 2, 4 … up to 15 minutes. */
export const waitAfter = (count: number, free: number): number =>
  count < free ? 0 : Math.min(longestWait, 2 ** Math.min(count - free, 30))

/** Whether the door may be tried now. */
export function mayTry(failures: Failures | null, free: number, now: Date): boolean {
  if (!failures) return true
  const wait = waitAfter(remembered(failures, now), free)
  // Without a wait the clocks don't matter: a row just made may be dated a moment after `now`.
  return wait === 0 || now.getTime() - failures.lastAt.getTime() >= wait * 1000
}
