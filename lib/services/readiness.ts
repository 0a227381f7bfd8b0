import 'server-only'
import { answers } from '@/db/health'

/** Whether this process can do its work now: it can when its database answers within 3 seconds. */
export function isReady(): Promise<boolean> {
  return answers(3)
}
