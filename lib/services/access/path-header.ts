/** Set by proxy.ts: where this request goes, so that sign-in can lead back to it. */
export const pathHeader = 'x-jishi-path'
