import { z } from 'zod'

/** Words typed to look for something. PostgreSQL knows no NUL, which nobody types and an address can hold. */
export const typedWords = (most: number) =>
  z
    .string()
    .transform((text) => text.replaceAll('\0', '').trim())
    .pipe(z.string().max(most))
