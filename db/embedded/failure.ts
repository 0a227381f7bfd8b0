/** A fault the operator can act on: printed as its one sentence, without a stack. */
export class LaunchFailure extends Error {
  override name = 'LaunchFailure'
}
