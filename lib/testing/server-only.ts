/** Vitest stands outside a React server build, where the real package throws. */
export {}
