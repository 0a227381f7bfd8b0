const house = 'http://jishi.invalid'

/** The longest address that is passed on inside another one. */
const MOST = 4000

/**
 * The address inside the house that a text names, or null where it leads elsewhere: a link must not take a person out
 * of it. `/\host`, `//host` and `/.//host` are other people's houses, however a browser reads them.
 */
export function ownAddress(text: string | null | undefined): string | null {
  if (!text?.startsWith('/') || text.length > MOST || !URL.canParse(text, house)) return null
  const url = new URL(text, house)
  return url.origin === house && !url.pathname.startsWith('//') ? url.pathname + url.search : null
}
