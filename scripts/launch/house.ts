import { existsSync } from 'node:fs'
import { fileURLToPath, pathToFileURL } from 'node:url'

/** The checkout. */
export const ROOT = fileURLToPath(new URL('../../', import.meta.url))

type Story = {
  isEmptyRegister(ownerUrl: string): Promise<boolean>
  tellStory(
    ownerUrl: string,
    password: string,
    progress: (done: number, total: number, what: string) => void,
  ): Promise<void>
}
type First = { firstAdministrator(ownerUrl: string): Promise<string | null> }

/** What the launcher needs of the house, loaded only once the application's address is in the environment. */
export const house = {
  story: () => load<Story>('lib/services/demo/tell-story.ts'),
  first: () => load<First>('lib/services/people/first-administrator.ts'),
}

async function load<T>(path: string): Promise<T | null> {
  return existsSync(ROOT + path) ? ((await import(pathToFileURL(ROOT + path).href)) as T) : null
}
