import type { Found } from '@/lib/domain/search/hit'
import type { Recent } from '@/lib/domain/search/recent'
import { routes } from '@/lib/routes'
import type { SpelledCommand } from './command'

/** What the palette opens with. */
export interface PaletteStart {
  commands: SpelledCommand[]
  recent: Recent[]
}

/** Asks the server; throws where it does not answer with 200, and where it was called off. */
async function asked<T>(address: string, signal: AbortSignal): Promise<T> {
  const response = await fetch(address, { signal, headers: { Accept: 'application/json' } })
  if (!response.ok) throw new Error(`${address} answered ${response.status}`)
  return response.json()
}

export const askStart = (signal: AbortSignal) => asked<PaletteStart>(routes.search(), signal)

export const askFound = (typed: string, signal: AbortSignal) =>
  asked<Found>(routes.search({ q: typed }), signal)
