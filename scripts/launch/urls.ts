/** Name of the role the application connects as; migrations create it, the launcher sets its password. */
const APP_ROLE = 'jishi_app'

/** The owner's address with the application's role and password in place of the owner's; options such as sslmode stay. */
export function appUrlOf(ownerUrl: string, password: string): string {
  const url = new URL(ownerUrl)
  url.username = APP_ROLE
  url.password = encodeURIComponent(password)
  return url.href
}

/** The password in an address, or undefined when it has none. */
export function passwordOf(url: string): string | undefined {
  return decodeURIComponent(new URL(url).password) || undefined
}
