import 'server-only'
import { seal } from '@/db/ledger-check'

const MINUTE = 60_000

/** Seals the new events every minute for as long as the process lives; a failure is logged and tried again. */
export function sealEveryMinute(): void {
  const held = globalThis as typeof globalThis & { jishiSealing?: NodeJS.Timeout }
  if (held.jishiSealing) return
  held.jishiSealing = setInterval(() => {
    seal().catch((error) => console.error('Sealing the ledger failed; next try in a minute.', error))
  }, MINUTE)
  held.jishiSealing.unref()
}
