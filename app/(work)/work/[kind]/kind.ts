import { notFound } from 'next/navigation'
import { isWorkKind, type WorkKindName } from '@/lib/domain/work-records/kinds'

/** The register an address names; there is no page for any other. */
export function kindNamed(kind: string): WorkKindName {
  if (!isWorkKind(kind)) notFound()
  return kind
}
