import type { RecentKind, Thing } from './recent'

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

const places: Record<string, RecentKind> = {
  contracts: 'contract',
  approvals: 'contract',
  requests: 'request',
  audit: 'campaign',
  organisations: 'organisation',
}

/** The thing that a page's address shows; null for lists and everything else. */
export function thingAt(pathname: string): Thing | null {
  const [, place = '', id = '', more] = pathname.split('/')
  const kind = Object.hasOwn(places, place) ? places[place] : undefined
  // Its edit form and checks belong to it too; a new request of a contract is none yet.
  if (!kind || (more !== undefined && more !== 'edit' && more !== 'check')) return null
  return uuid.test(id) ? { kind, id } : null
}
