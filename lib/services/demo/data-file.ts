import { fileURLToPath } from 'node:url'

/** Path of a file that the demo story is told from. */
export const dataFile = (name: string): string => fileURLToPath(new URL(`./data/${name}`, import.meta.url))
