import type { CentreWork as Data } from '@/lib/domain/work/centre-work'
import { Deadlines } from './deadlines'
import { DecisionsByDay } from './decisions-by-day'
import { Quality } from './quality'
import { ReturnsByUnit } from './returns-by-unit'
import { WorkByAge } from './work-by-age'

/** Everything that the centre's dashboard says of the work over all offices. */
export function CentreWork({ data }: { data: Data }) {
  return (
    <div className="grid grid-cols-1 items-start gap-5 xl:grid-cols-2 print:grid-cols-1">
      <div className="min-w-0">
        <WorkByAge data={data} />
      </div>
      <div className="min-w-0">
        <Deadlines data={data} />
      </div>
      <div className="min-w-0 xl:col-span-2">
        <DecisionsByDay days={data.days} />
      </div>
      <div className="min-w-0 xl:col-span-2">
        <Quality data={data} />
      </div>
      <div className="min-w-0 xl:col-span-2">
        <ReturnsByUnit data={data} />
      </div>
    </div>
  )
}
