import { type Query, routes } from '@/lib/routes'
import { DataLinks } from './data-links'

/** A table of a dashboard as files, at its foot. */
export function ListLinks({ list, filters, of }: { list: string; filters: Query; of: string }) {
  return (
    <div className="px-5 py-3 text-sm print:hidden">
      <DataLinks
        addressOf={(format) => routes.list(list, { ...filters, format })}
        formats={['xlsx', 'csv']}
        of={of}
      />
    </div>
  )
}
