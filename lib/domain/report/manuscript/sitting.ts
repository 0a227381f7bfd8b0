/** Savings of one person with no longer pause between them are one sitting: one entry of the trail and of the history. */
export const SITTING_MINUTES = 15

/** Whether a saving goes on with the one before it. */
export const goesOn = (
  before: { account: string; at: Date } | undefined,
  saving: { account: string; at: Date },
): boolean =>
  before?.account === saving.account && saving.at.getTime() - before.at.getTime() <= SITTING_MINUTES * 60_000
