/** The last entry of X-Forwarded-For is the one our own proxy wrote; those before it are the client's to invent. */
export const addressOf = (forwarded: string | null | undefined): string =>
  (forwarded?.split(',').at(-1)?.trim() ?? '').replace(/^::ffff:/, '')
